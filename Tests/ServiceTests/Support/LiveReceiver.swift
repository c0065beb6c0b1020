import Logging
import NIOCore
import Outcall
import ServiceLifecycle
import TestSupport

@testable import Service

/// The receiver behind its own server, on a port of the kernel's choice.
struct LiveReceiver {
  static let token = "from-the-provider"

  let house: ReceiverHouse
  let port: Int

  /// Runs `body` against it, then stops it.
  static func serving(
    _ limits: HTTPLimits = Self.limits(), _ body: (LiveReceiver) async throws -> Void
  ) async throws {
    let house = try ReceiverHouse(CallbackRules(bearer: [.secret(Secret(token))]))
    let socket = try ListeningSocket(Endpoint(host: "127.0.0.1", port: 0), for: "listen")
    let live = LiveReceiver(house: house, port: socket.endpoint?.port ?? 0)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let receiver = house.receiver
    let server = HTTPServer(socket: socket, limits: limits, logger: logger) { request, connection in
      await receiver.answer(
        request, peer: IPAddress(connection.channel.remoteAddress), isBeyondLimit: connection.isBeyondLimit)
    }
    let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [server], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      do { try await body(live) } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  /// The daemon's own limits, but for the times a test would have to wait for.
  static func limits(_ change: (inout HTTPLimits) -> Void = { _ in }) -> HTTPLimits {
    var limits = HTTPLimits()
    limits.linger = .milliseconds(20)
    change(&limits)
    return limits
  }

  func caller() throws -> Caller { try Caller(port: port) }

  /// The head of a callback, with the blank line that ends it.
  static func head(_ fields: String..., token: String? = Self.token) -> String {
    let bearer = token.map { ["Authorization: Bearer \($0)"] } ?? []
    return (["POST /callback HTTP/1.1", "Host: localhost"] + bearer + fields + ["", ""])
      .joined(separator: "\r\n")
  }

  /// A callback whole.
  static func callback(_ body: String) -> String {
    head("Content-Type: application/json", "Content-Length: \(body.utf8.count)") + body
  }

  /// What the metrics say of `name`, labels included.
  func metric(_ name: String) -> Substring? {
    house.metrics.registry.text().split(separator: "\n").first { $0.hasPrefix(name + " ") }?
      .dropFirst(name.count + 1)
  }
}
