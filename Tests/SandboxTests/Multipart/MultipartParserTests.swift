import Testing

@testable import Sandbox

@Suite("Multipart bodies")
struct MultipartParserTests {
  /// Parts as `name|file name|bytes`, read from `body` in pieces of `size` bytes.
  private func parts(_ body: [UInt8], boundary: String = "----form1f3a", size: Int) throws -> [String] {
    var parser = MultipartParser(boundary: boundary)
    var parts: [String] = []
    var start = 0
    while start < body.count {
      for event in try parser.read(body[start..<min(start + size, body.count)]) {
        switch event {
        case .part(let head): parts.append("\(head.name ?? "-")|\(head.fileName ?? "-")|")
        case .bytes(let bytes): parts[parts.count - 1] += String(decoding: bytes, as: UTF8.self)
        case .partEnd, .end: break
        }
      }
      start += size
    }
    try parser.finish()
    return parts
  }

  @Test("the parts do not depend on how the body is cut into pieces", arguments: [1, 2, 3, 7, 64, 100_000])
  func pieces(size: Int) throws {
    var form = Form()
    form.field("client_id", "0009")
    form.field("caption", "satu\r\n--dua\r\n----form1f3\r\n")
    form.file("media", "a \\\"b\\\".jpg", Array("\r\n\r\n--x\r\n----form1f3b".utf8))
    form.field("empty", "")
    form.close()
    let expected = [
      "client_id|-|0009", "caption|-|satu\r\n--dua\r\n----form1f3\r\n",
      "media|a \"b\".jpg|\r\n\r\n--x\r\n----form1f3b", "empty|-|",
    ]
    #expect(try parts(form.body, size: size) == expected)
  }

  @Test("text before the first and after the last delimiter does not count")
  func aroundIt() throws {
    let body = Array("preamble\r\n--b  \r\n\r\nx\r\n--b--\r\nepilogue --b\r\n".utf8)
    #expect(try parts(body, boundary: "b", size: 5) == ["-|-|x"])
  }

  @Test("a name stands with or without quotes, and only the last step of a path is the file's name")
  func names() {
    let head = PartHead(
      lines: "content-disposition: form-data; name=media; FILENAME=\"../../etc/pass%22wd.jpg\"")
    #expect(head.name == "media")
    #expect(head.fileName == "pass\"wd.jpg")
  }

  @Test("a body that is cut off, or breaks its delimiter, is refused")
  func broken() {
    #expect(throws: MultipartParser.Failure.cutOff) {
      try parts(Array("--b\r\n\r\nx".utf8), boundary: "b", size: 4)
    }
    #expect(throws: MultipartParser.Failure.brokenDelimiter) {
      try parts(Array("--bx\r\n\r\n".utf8), boundary: "b", size: 4)
    }
    #expect(throws: MultipartParser.Failure.headTooLong) {
      try parts(Array("--b\r\n".utf8) + [UInt8](repeating: 65, count: 9000), boundary: "b", size: 100)
    }
  }

  @Test("the boundary is found with and without quotes")
  func boundaries() {
    #expect(FormUpload.boundary(of: "multipart/form-data; boundary=abc") == "abc")
    #expect(FormUpload.boundary(of: "Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"") == "a b")
    #expect(FormUpload.boundary(of: "application/json") == nil)
    #expect(FormUpload.boundary(of: "multipart/form-data") == nil)
  }
}
