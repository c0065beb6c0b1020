import Hummingbird
import Logging
import NIOCore

/// Serves the admin socket.
enum AdminServer {
  static func make(socket: ListeningSocket, desk: AdminDesk, logger: Logger) -> HTTPServer {
    let responder = AdminRoutes.router(desk, logger: logger).buildResponder()
    var limits = HTTPLimits()
    limits.connections = 64
    // A media file of 100 MiB comes this way.
    limits.body = .seconds(120)
    return HTTPServer(socket: socket, limits: limits, logger: logger) { request, connection in
      let source = ApplicationRequestContextSource(channel: connection.channel, logger: logger)
      do {
        return try await responder.respond(to: request, context: BasicRequestContext(source: source))
      } catch let error as HTTPError {
        return .text("\(error.body ?? "\(error.status)")\n", status: error.status)
      } catch {
        logger.error("an admin call failed: \(error)")
        return .text("\(error)\n", status: .internalServerError)
      }
    }
  }
}
