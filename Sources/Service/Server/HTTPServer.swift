import Atomics
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle

/// Serves HTTP/1.1 on a socket that listens already, so that a restart under systemd refuses nobody.
///
/// A graceful shutdown stops accepting, lets what was accepted finish, and leaves new callers in the backlog.
package struct HTTPServer: Service {
  package typealias Answer = @Sendable (Request, Connection) async -> Response

  /// What an answer may know of the connection.
  package struct Connection: Sendable {
    package let channel: any Channel
    /// Whether there were as many connections as ``HTTPLimits/connections`` allows before this one came.
    package let isBeyondLimit: Bool
  }

  private let socket: ListeningSocket
  private let limits: HTTPLimits
  private let logger: Logger
  private let group: any EventLoopGroup
  private let onRunning: @Sendable () async -> Void
  private let answer: Answer

  /// What was accepted but not yet read gets this long to send its head before its connection is closed.
  private static let grace: TimeAmount = .milliseconds(100)

  package init(
    socket: ListeningSocket, limits: HTTPLimits = HTTPLimits(), logger: Logger,
    group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    onRunning: @escaping @Sendable () async -> Void = {}, answer: @escaping Answer
  ) {
    self.socket = socket
    self.limits = limits
    self.logger = logger
    self.group = group
    self.onRunning = onRunning
    self.answer = answer
  }

  package func run() async throws {
    let draining = ManagedAtomic(false)
    let open = ManagedAtomic(0)
    let within = channel(isBeyondLimit: false, draining: draining)
    let beyond = channel(isBeyondLimit: true, draining: draining)
    let quiescing = ServerQuiescingHelper(group: group)
    let (limits, logger) = (limits, logger)
    let server = try await ServerBootstrap(group: group)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(quiescing.makeServerChannelHandler(channel: channel))
        }
      }
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .bind(socket.descriptor) { channel in
        let count = open.wrappingIncrementThenLoad(ordering: .relaxed)
        channel.closeFuture.whenComplete { _ in open.wrappingDecrement(ordering: .relaxed) }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(RequestTimeLimit(limits))
        }.flatMap {
          let http = count <= limits.connections ? within : beyond
          return http.setup(channel: channel, logger: logger).map { connection in
            // A refusal in words costs a connection too.
            if count > 2 * limits.connections { channel.close(promise: nil) }
            return (http, connection)
          }
        }
      }
    let isCancelled = ManagedAtomic(false)
    // A cancelled loop would drop connections that wait to be taken out of it, which NIO does not forgive: it is not
    // told of the cancellation, but ends when the socket closes.
    let accepting = Task {
      await withDiscardingTaskGroup { connections in
        do {
          try await server.executeThenClose { inbound in
            for try await (http, connection) in inbound {
              connections.addTask { await http.handle(value: connection, logger: logger) }
            }
          }
        } catch {
          logger.error("accepting connections ended: \(error)")
        }
        if isCancelled.load(ordering: .acquiring) { connections.cancelAll() }
      }
    }
    await withGracefulShutdownHandler {
      await onRunning()
      await withTaskCancellationHandler {
        await accepting.value
      } onCancel: {
        isCancelled.store(true, ordering: .releasing)
        server.channel.close(promise: nil)
      }
    } onGracefulShutdown: {
      // Closing at once would cut off connections that were accepted and whose head is not read yet.
      draining.store(true, ordering: .releasing)
      _ = server.channel.setOption(.autoRead, value: false)
      server.channel.eventLoop.scheduleTask(in: Self.grace) { quiescing.initiateShutdown(promise: nil) }
    }
  }

  private func channel(isBeyondLimit: Bool, draining: ManagedAtomic<Bool>) -> HTTP1Channel {
    let (limits, answer) = (limits, answer)
    return HTTP1Channel(
      responder: { request, writer, channel in
        let connection = Connection(channel: channel, isBeyondLimit: isBeyondLimit)
        var response = await answer(request.asked(over: channel), connection)
        if isBeyondLimit || draining.load(ordering: .acquiring) { response.headers[.connection] = "close" }
        try await writer.write(response: response.head, body: response.body)
        if response.headers[.connection] == "close" {
          // A caller that is still sending must be able to read the answer before the connection is reset.
          channel.eventLoop.scheduleTask(in: limits.linger) { channel.close(promise: nil) }
        }
      },
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [RequestProgress()], idleTimeout: limits.idle,
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: limits.headerSize, maxHeaderListSize: limits.headerSize,
          maxHeaderFieldCount: limits.headerCount)))
  }
}

/// How much a caller may ask of a server.
package struct HTTPLimits: Sendable {
  package var connections = 1024
  /// Bytes of one header field, and of all together.
  package var headerSize = 16 << 10
  package var headerCount = 64
  /// From a request's first byte to the end of its head.
  package var head: TimeAmount = .seconds(5)
  /// From there to the end of its body.
  package var body: TimeAmount = .seconds(10)
  /// What is left of both once the server is to stop.
  package var drain: TimeAmount = .seconds(2)
  /// Between two requests.
  package var idle: TimeAmount = .seconds(60)
  /// Between an answer that ends a connection and its end.
  package var linger: TimeAmount = .seconds(1)

  package init() {}
}
