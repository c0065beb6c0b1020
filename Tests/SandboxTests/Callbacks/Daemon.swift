import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Sandbox
import ServiceLifecycle
import Synchronization

/// A stand-in for the daemon: takes callbacks and answers what it was told to.
final class Daemon: Sendable {
  struct Received: Sendable {
    var bearer: String?
    var body: String
    var json: [String: String?]

    /// `status_messages message_content` of it.
    var gist: String {
      "\(json["status_messages"].flatMap { $0 } ?? "") \(json["message_content"].flatMap { $0 } ?? "null")"
    }
  }

  private let answer: @Sendable (Received) -> (HTTPResponse.Status, String)
  private let received: AsyncStream<Received>
  private let continuation: AsyncStream<Received>.Continuation

  init(
    answer: @escaping @Sendable (Received) -> (HTTPResponse.Status, String) = { _ in
      (.ok, #"{"status":"000"}"#)
    }
  ) {
    self.answer = answer
    (received, continuation) = AsyncStream.makeStream(of: Received.self)
  }

  /// The next `count` callbacks; waits for them.
  func next(_ count: Int) async -> [Received] {
    var found: [Received] = []
    var iterator = received.makeAsyncIterator()
    while found.count < count, let one = await iterator.next() { found.append(one) }
    return found
  }

  /// Runs a sandbox that calls back here, as long as `body` does.
  func whileServing(
    world: World = World(), time: SandboxTime = .system, bearer: String? = nil,
    _ body: @escaping @Sendable (Sandbox, Guest) async throws -> Void
  ) async throws {
    let router = Router()
    router.post("callback") { [answer, continuation] request, _ in
      let text = String(buffer: try await request.body.collect(upTo: 1 << 20))
      let json = (try? JSONDecoder().decode([String: String?].self, from: Data(text.utf8))) ?? [:]
      let one = Received(bearer: request.headers[.authorization], body: text, json: json)
      let (status, reply) = answer(one)
      continuation.yield(one)
      return Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(string: reply)))
    }
    let (ports, running) = AsyncStream.makeStream(of: Int.self)
    var quiet = Logger(label: "daemon")
    quiet.logLevel = .error
    let server = Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { running.yield($0.localAddress?.port ?? 0) }, logger: quiet)
    let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [server], logger: quiet))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      var iterator = ports.makeAsyncIterator()
      let port = await iterator.next() ?? 0
      var world = world
      world.callback.target = CallbackTarget(url: "http://127.0.0.1:\(port)/callback", bearer: bearer)
      let sandbox = Sandbox(world: world, time: time)
      try await sandbox.whileRunning { address in try await body(sandbox, Guest(address: address)) }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }
}
