import NIOCore
import NIOExtras
import NIOHTTPTypes

/// Closes a connection whose request does not come to its end in time.
///
/// Stands before the HTTP decoder, where the first byte of a head can be seen; ``RequestProgress`` behind the
/// decoder says how far the request is. A request that comes whole in one read costs no timer.
final class RequestTimeLimit: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  enum Progress { case waiting, inHead, inBody }

  private var limits: HTTPLimits
  var progress = Progress.inHead
  private var timed: Progress = .waiting
  private var timer: Scheduled<Void>?

  init(_ limits: HTTPLimits) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) { watch(context) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if progress == .waiting { progress = .inHead }
    context.fireChannelRead(data)
    watch(context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent {
      // One caller who stalls must not keep all others waiting for the next process.
      limits.head = min(limits.head, limits.drain)
      limits.body = min(limits.body, limits.drain)
      timed = .waiting
      watch(context)
    }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  private func watch(_ context: ChannelHandlerContext) {
    guard progress != timed else { return }
    timer?.cancel()
    timer = nil
    timed = progress
    let channel = context.channel
    switch progress {
    case .waiting: break
    case .inHead: timer = channel.eventLoop.scheduleTask(in: limits.head) { channel.close(promise: nil) }
    case .inBody: timer = channel.eventLoop.scheduleTask(in: limits.body) { channel.close(promise: nil) }
    }
  }
}

/// Tells ``RequestTimeLimit`` what the decoder made of the bytes.
final class RequestProgress: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  private var limit: RequestTimeLimit?

  func handlerAdded(context: ChannelHandlerContext) {
    limit = try? context.pipeline.syncOperations.handler(type: RequestTimeLimit.self)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: limit?.progress = .inBody
    case .body: break
    case .end: limit?.progress = .waiting
    }
    context.fireChannelRead(data)
  }
}
