import Foundation

/// The text fields of a `multipart/form-data` body, and the names of its files.
struct FormFields {
  private(set) var values: [String: String] = [:]
  private(set) var files: [String: String] = [:]

  /// - Parameter contentType: the request's, with the boundary.
  init(_ body: Data, contentType: String) {
    guard let range = contentType.range(of: "boundary=") else { return }
    let boundary = contentType[range.upperBound...].prefix { $0 != ";" }
      .trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
    let delimiter = Data("--\(boundary)".utf8)
    let headEnd = Data("\r\n\r\n".utf8)
    var rest = body[...]
    while let start = rest.range(of: delimiter) {
      rest = rest[start.upperBound...]
      guard let end = rest.range(of: delimiter), let head = rest.range(of: headEnd),
        head.upperBound <= end.lowerBound
      else { continue }
      let headers = String(decoding: rest[..<head.lowerBound], as: UTF8.self)
      guard let name = Self.parameter("name", in: headers) else { continue }
      if let file = Self.parameter("filename", in: headers) {
        files[name] = file
      } else {
        values[name] = String(decoding: rest[head.upperBound..<end.lowerBound].dropLast(2), as: UTF8.self)
      }
    }
  }

  private static func parameter(_ name: String, in headers: String) -> String? {
    guard let range = headers.range(of: "; \(name)=\"") else { return nil }
    return String(headers[range.upperBound...].prefix { $0 != "\"" })
  }
}
