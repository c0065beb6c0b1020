import Dialogue
import HTTPTypes
import Hummingbird
import Journal
import Logging
import NIOCore
import Outcall
import Synchronization
import Testing
import Wappin

@testable import Service

/// A receiver with a real journal behind it.
final class ReceiverHouse: Sendable {
  let folder: TemporaryFolder
  let journal: Journal
  let dispatching = ContactQueue()
  let outgoing = WokenContacts()
  let metrics = DaemonMetrics()
  let latch = FailureLatch()
  let receiver: Receiver
  let clock: WallClock

  init(
    _ rules: CallbackRules = CallbackRules(), channels: [Dialogue.Channel] = [Samples.channel],
    tokens: [String] = [], waitingLimit: Int = Receiver.waitingLimit, log: RecordedLog = RecordedLog()
  ) throws {
    folder = try TemporaryFolder()
    journal = try Journal(folder: folder.path)
    let clock = WallClock()
    self.clock = clock
    let intake = CallbackIntake(
      journal: journal, dispatching: dispatching, outgoing: outgoing, metrics: metrics, latch: latch,
      logger: log.logger(), now: { clock.now })
    receiver = Receiver(
      rules: Receiver.Rules(
        door: CallbackDoor(rules) { tokens.map { SecretDigest($0) } }, routes: CallbackRoutes(channels)),
      intake: intake, dialect: WappinCallbackDialect(), waitingLimit: waitingLimit)
  }

  /// What the dispatcher would run.
  func work() async throws -> [ContactWork] {
    try await journal.work(for: try await journal.pendingContacts()) { Issue.record("\($0)") }
  }

  /// The answer's status and body.
  func post(
    _ body: String, path: String = "/callback", headers: HTTPFields = [:], peer: String? = nil
  ) async -> (status: Int, body: String) {
    await post(Array(body.utf8), path: path, headers: headers, peer: peer)
  }

  func post(
    _ body: [UInt8], path: String = "/callback", headers: HTTPFields = [:], peer: String? = nil
  ) async -> (status: Int, body: String) {
    let request = Request(
      head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: path, headerFields: headers),
      body: RequestBody(buffer: ByteBuffer(bytes: body)))
    let response = await receiver.answer(request, peer: peer.flatMap { IPAddress($0) })
    var text = ByteBuffer()
    let writer = CollectedBody()
    try? await response.body.write(writer)
    text = writer.bytes.withLock { $0 }
    return (response.status.code, String(buffer: text))
  }
}

/// A wall clock that stands until it is set.
final class WallClock: Sendable {
  private let time = Mutex(Samples.now)
  var now: Timestamp { time.withLock { $0 } }
  func pass(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}

/// Remembers who was woken.
final class WokenContacts: Outgoing {
  private let all = Mutex<[Int64]>([])
  var contacts: [Int64] { all.withLock { $0 } }
  func wake(_ contacts: [Int64]) { all.withLock { $0 += contacts } }
  func heard(_ contact: Int64) {}
  func offer(_ rows: [OutboxRow]) { wake(rows.map(\.contactID)) }
}

private final class CollectedBody: ResponseBodyWriter {
  let bytes = Mutex(ByteBuffer())
  func write(_ buffer: ByteBuffer) async throws { bytes.withLock { _ = $0.writeImmutableBuffer(buffer) } }
  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
