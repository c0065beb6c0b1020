import NIOCore
import ServiceLifecycle

/// Notices when a client gives up: the server lets a client end its side and still be answered, so that the
/// connection itself stays open.
final class HangUp: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any

  /// Fulfilled when the client has ended its side, or the connection is over.
  private(set) var promise: EventLoopPromise<Void>?

  func handlerAdded(context: ChannelHandlerContext) { promise = context.eventLoop.makePromise() }

  func handlerRemoved(context: ChannelHandlerContext) { promise?.succeed() }

  func channelInactive(context: ChannelHandlerContext) {
    promise?.succeed()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { promise?.succeed() }
    context.fireUserInboundEventTriggered(event)
  }
}

extension Channel {
  /// Waits until the client gives up, or the sandbox is to end.
  func whileOpen() async {
    let hangUp = pipeline.containsHandler(type: HangUp.self).flatMapThrowing { [self] in
      try pipeline.syncOperations.handler(type: HangUp.self).promise?.futureResult
    }
    guard let future = try? await hangUp.get() else { return }
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    future.whenComplete { _ in continuation.finish() }
    for await _ in stream.cancelOnGracefulShutdown() {}
  }
}
