/// Reads a multipart body as it arrives (RFC 2046 §5.1, RFC 7578), holding back no more than a delimiter's length.
struct MultipartParser {
  enum Event: Equatable {
    /// A part begins.
    case part(PartHead)
    /// Some of its bytes.
    case bytes(ArraySlice<UInt8>)
    case partEnd
    /// The closing delimiter: what follows does not count.
    case end
  }

  enum Failure: Error, Equatable {
    case headTooLong
    /// The body is over before its closing delimiter.
    case cutOff
    /// A delimiter is followed by something else than a line end or `--`.
    case brokenDelimiter
  }

  private enum State { case preamble, delimiter, head, body, finished }

  /// Of one part, in bytes.
  private static let headLimit = 8192

  private let delimiter: [UInt8]
  private var state = State.preamble
  /// A line end stands before the first delimiter too, if only in thought.
  private var buffer: [UInt8] = [13, 10]

  init(boundary: String) { delimiter = Array("\r\n--\(boundary)".utf8) }

  /// What more of the body says.
  mutating func read(_ bytes: some Sequence<UInt8>) throws(Failure) -> [Event] {
    buffer.append(contentsOf: bytes)
    var events: [Event] = []
    while try step(&events) {}
    return events
  }

  /// - Throws: ``Failure/cutOff`` if the body is over too early.
  func finish() throws(Failure) {
    guard state == .finished else { throw .cutOff }
  }

  /// - Returns: false when more bytes are needed.
  private mutating func step(_ events: inout [Event]) throws(Failure) -> Bool {
    switch state {
    case .preamble, .body:
      return scanBody(&events)
    case .delimiter:
      // Blanks may follow a delimiter on its line.
      let blanks = buffer.prefix { $0 == 32 || $0 == 9 }.count
      guard buffer.count >= blanks + 2 else { return false }
      switch (buffer[blanks], buffer[blanks + 1]) {
      case (13, 10): state = .head
      case (45, 45):
        state = .finished
        events.append(.end)
      default: throw .brokenDelimiter
      }
      buffer.removeFirst(blanks + 2)
      return true
    case .head:
      guard let end = endOfHead else {
        guard buffer.count <= Self.headLimit else { throw .headTooLong }
        return false
      }
      events.append(.part(PartHead(lines: String(decoding: buffer[..<end.head], as: UTF8.self))))
      buffer.removeFirst(end.next)
      state = .body
      return true
    case .finished:
      buffer.removeAll()
      return false
    }
  }

  private mutating func scanBody(_ events: inout [Event]) -> Bool {
    guard let start = firstDelimiter else {
      let safe = max(0, buffer.count - delimiter.count)
      if state == .body, safe > 0 { events.append(.bytes(buffer[..<safe])) }
      buffer.removeFirst(safe)
      return false
    }
    if state == .body {
      if start > 0 { events.append(.bytes(buffer[..<start])) }
      events.append(.partEnd)
    }
    buffer.removeFirst(start + delimiter.count)
    state = .delimiter
    return true
  }

  private var firstDelimiter: Int? {
    guard buffer.count >= delimiter.count else { return nil }
    return buffer.withUnsafeBufferPointer { bytes in
      (0...bytes.count - delimiter.count).first { start in
        bytes[start] == 13 && bytes[start...].starts(with: delimiter)
      }
    }
  }

  /// A part without any header begins with the empty line itself.
  private var endOfHead: (head: Int, next: Int)? {
    if buffer.starts(with: [13, 10]) { return (0, 2) }
    let blank: [UInt8] = [13, 10, 13, 10]
    guard buffer.count >= 4 else { return nil }
    return (0...buffer.count - 4).first { buffer[$0] == 13 && buffer[$0...].starts(with: blank) }
      .map { ($0, $0 + 4) }
  }
}
