/// A `multipart/form-data` body taken apart without mercy (RFC 7578); nil where one byte is not as it must be.
struct StrictForm {
  struct Part: Equatable {
    var name: String
    var fileName: String?
    var contentType: String?
    var bytes: [UInt8]
  }

  var parts: [Part]

  init?(contentType: String?, body: [UInt8]) {
    let prefix = "multipart/form-data; boundary="
    guard let contentType, contentType.hasPrefix(prefix) else { return nil }
    let delimiter = Array("--\(contentType.dropFirst(prefix.count))".utf8)
    guard delimiter.count > 2, delimiter.count <= 72, body.starts(with: delimiter) else { return nil }
    parts = []
    var rest = body[delimiter.count...]
    while true {
      if rest.elementsEqual(Array("--\r\n".utf8)) { return }
      guard rest.starts(with: Array("\r\n".utf8)) else { return nil }
      rest = rest.dropFirst(2)
      guard let head = Self.split(&rest, at: Array("\r\n\r\n".utf8)),
        let bytes = Self.split(&rest, at: Array("\r\n".utf8) + delimiter),
        let part = Self.part(String(decoding: head, as: UTF8.self), Array(bytes))
      else { return nil }
      parts.append(part)
    }
  }

  private static func split(_ rest: inout ArraySlice<UInt8>, at mark: [UInt8]) -> ArraySlice<UInt8>? {
    var from = rest.startIndex
    while let at = rest[from...].firstIndex(of: mark[0]) {
      if rest[at...].starts(with: mark) {
        defer { rest = rest[(at + mark.count)...] }
        return rest[..<at]
      }
      from = at + 1
    }
    return nil
  }

  private static func part(_ head: String, _ bytes: [UInt8]) -> Part? {
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
    let disposition = /Content-Disposition: form-data; name="([^"]*)"(?:; filename="([^"]*)")?/
    guard let first = lines.first, let match = try? disposition.wholeMatch(in: first) else { return nil }
    var part = Part(name: String(match.1), fileName: match.2.map(String.init), bytes: bytes)
    for line in lines.dropFirst() {
      guard line.hasPrefix("Content-Type: ") else { return nil }
      part.contentType = String(line.dropFirst(14))
    }
    return part
  }
}
