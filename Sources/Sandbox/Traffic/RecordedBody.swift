import Hummingbird
import NIOCore
import Synchronization

/// A request's body, written down as it is read; its beginning is read ahead.
final class RecordedBody: Sendable {
  /// How much is read ahead, in bytes: all of any JSON, and what stands before a large file in a form.
  static let ahead = 1 << 20

  private let recorder: Mutex<BodyRecorder>
  private let begun: [ByteBuffer]
  private let rest: Rest?

  /// Reads the beginning.
  init(_ request: Request) async throws {
    var recorder = BodyRecorder(contentType: request.headers[.contentType])
    var iterator = request.body.makeAsyncIterator()
    var begun: [ByteBuffer] = []
    var size = 0
    var isWhole = false
    while size < Self.ahead {
      guard let buffer = try await iterator.next() else {
        isWhole = true
        break
      }
      size += buffer.readableBytes
      begun.append(buffer)
      recorder.read(buffer)
    }
    self.recorder = Mutex(recorder)
    self.begun = begun
    rest = isWhole ? nil : Rest(iterator)
  }

  /// What is known by now.
  var soFar: (body: TrafficBody, fields: [String: String]) { recorder.withLock { ($0.body, $0.fields) } }

  var body: RequestBody {
    guard let rest else {
      guard begun.count > 1 else { return RequestBody(buffer: begun.first ?? ByteBuffer()) }
      return RequestBody(buffer: begun.dropFirst().reduce(into: begun[0]) { $0.writeImmutableBuffer($1) })
    }
    return RequestBody(asyncSequence: Continued(recorded: self, begun: begun, rest: rest))
  }

  /// Reads on where the beginning ends.
  ///
  /// Unchecked: a request's body has one reader, and whoever reads it waits for each piece before the next.
  private final class Rest: @unchecked Sendable {
    private var iterator: RequestBody.AsyncIterator

    init(_ iterator: RequestBody.AsyncIterator) { self.iterator = iterator }

    func next() async throws -> ByteBuffer? { try await iterator.next() }
  }

  private struct Continued: AsyncSequence, Sendable {
    let recorded: RecordedBody
    let begun: [ByteBuffer]
    let rest: Rest

    func makeAsyncIterator() -> Iterator { Iterator(source: self) }

    struct Iterator: AsyncIteratorProtocol {
      let source: Continued
      var place = 0

      mutating func next() async throws -> ByteBuffer? {
        if place < source.begun.count {
          defer { place += 1 }
          return source.begun[place]
        }
        guard let buffer = try await source.rest.next() else { return nil }
        source.recorded.recorder.withLock { $0.read(buffer) }
        return buffer
      }
    }
  }
}
