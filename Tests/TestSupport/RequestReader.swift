import NIOCore

/// Reads HTTP/1.1 requests with a Content-Length off a connection.
struct RequestReader {
  struct Head {
    var method: String
    var path: String
    /// By lower-case name.
    var headers: [String: String]
    var contentLength: Int
    /// What a well-behaved client would not have sent.
    var complaints: [String]
  }

  private var iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private var buffer = ByteBuffer()

  init(_ iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) { self.iterator = iterator }

  /// The next request's head; nil at the end of the connection.
  mutating func head() async throws -> Head? {
    while true {
      if let end = endOfHead {
        let text = buffer.readString(length: end) ?? ""
        buffer.moveReaderIndex(forwardBy: 4)
        return parse(text)
      }
      guard var more = try await iterator.next() else { return nil }
      buffer.writeBuffer(&more)
    }
  }

  /// The next `count` bytes.
  mutating func body(_ count: Int) async throws -> [UInt8] {
    while buffer.readableBytes < count {
      guard var more = try await iterator.next() else { throw ChannelError.eof }
      buffer.writeBuffer(&more)
    }
    let bytes = buffer.readBytes(length: count) ?? []
    buffer.discardReadBytes()
    return bytes
  }

  private var endOfHead: Int? {
    let bytes = buffer.readableBytesView
    guard bytes.count >= 4 else { return nil }
    let end = Array("\r\n\r\n".utf8)
    var index = bytes.startIndex
    while let at = bytes[index...].firstIndex(of: end[0]), at + 4 <= bytes.endIndex {
      if bytes[at..<at + 4].elementsEqual(end) { return at - bytes.startIndex }
      index = at + 1
    }
    return nil
  }

  private func parse(_ text: String) -> Head {
    var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
    let start = lines.popFirst()?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    var head = Head(
      method: String(start.first ?? ""), path: start.count > 1 ? String(start[1]) : "", headers: [:],
      contentLength: 0, complaints: [])
    if start.count != 3 || start[2] != "HTTP/1.1" {
      head.complaints.append("no request line: \(start)")
    }
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else {
        head.complaints.append("no header: \(line)")
        continue
      }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].trimmingPrefix { $0 == " " }
      if head.headers.updateValue(String(value), forKey: name) != nil {
        head.complaints.append("twice: \(name)")
      }
    }
    if head.headers["transfer-encoding"] != nil { head.complaints.append("chunked") }
    if head.headers["host"] == nil { head.complaints.append("no host") }
    head.contentLength = head.headers["content-length"].flatMap { Int($0) } ?? 0
    return head
  }
}
