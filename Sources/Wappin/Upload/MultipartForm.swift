import NIOCore

/// A `multipart/form-data` body with one file, streamed (RFC 7578; names are escaped as WHATWG's form submission does).
struct MultipartForm: Sendable {
  static let chunkSize = 64 * 1024

  let boundary: String
  private let head: ByteBuffer
  private let file: ChunkedFile
  private let tail: ByteBuffer

  init(
    fields: [(name: String, value: String)], filePart: String, fileName: String, contentType: String,
    file: ChunkedFile
  ) {
    var random = SystemRandomNumberGenerator()
    boundary = "balas-" + String(random.next(), radix: 16) + String(random.next(), radix: 16)
    var text = ""
    for field in fields {
      text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.quoted(field.name))\"\r\n\r\n"
      text += field.value + "\r\n"
    }
    text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.quoted(filePart))\"; "
    text += "filename=\"\(Self.quoted(fileName))\"\r\nContent-Type: \(contentType)\r\n\r\n"
    head = ByteBuffer(string: text)
    tail = ByteBuffer(string: "\r\n--\(boundary)--\r\n")
    self.file = file
  }

  var contentType: String { "multipart/form-data; boundary=\(boundary)" }

  var length: Int64 { Int64(head.readableBytes) + file.size + Int64(tail.readableBytes) }

  /// Hands the body to `write`, piece by piece; returns when the last piece was taken.
  func send(_ write: (ByteBuffer) async throws -> Void) async throws {
    try await write(head)
    var offset: Int64 = 0
    while offset < file.size {
      let limit = Int(min(Int64(Self.chunkSize), file.size - offset))
      let chunk = try await file.read(at: offset, limit: limit)
      offset += Int64(chunk.readableBytes)
      try await write(chunk)
    }
    try await write(tail)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "%22"
      case "\r": quoted += "%0D"
      case "\n": quoted += "%0A"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted
  }
}
