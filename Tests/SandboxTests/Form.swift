/// A multipart form, written by hand.
struct Form {
  var boundary = "----form1f3a"
  private(set) var body: [UInt8] = []

  mutating func field(_ name: String, _ value: String) {
    body += Array(
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
  }

  mutating func file(
    _ name: String, _ fileName: String, _ bytes: [UInt8], type: String = "application/octet-stream"
  ) {
    body += Array(
      """
      --\(boundary)\r\nContent-Disposition: form-data; name="\(name)"; filename="\(fileName)"\r
      Content-Type: \(type)\r\nContent-Transfer-Encoding: binary\r\n\r\n
      """.utf8)
    body += bytes + [13, 10]
  }

  mutating func close() { body += Array("--\(boundary)--\r\n".utf8) }

  /// What a client sends for a medium.
  static func media(
    _ type: String, _ fileName: String, _ bytes: [UInt8] = Array("bytes".utf8), to: String = "6281234567801",
    caption: String? = nil
  ) -> Form {
    var form = Form()
    form.field("client_id", "0009")
    form.field("project_id", "16")
    form.field("recipient_number", to)
    form.field("media_type", type)
    if let caption { form.field("caption", caption) }
    form.file("media", fileName, bytes)
    form.close()
    return form
  }
}
