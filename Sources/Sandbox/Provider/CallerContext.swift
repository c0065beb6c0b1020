import Hummingbird
import NIOCore
import Outcall

/// A request's context that knows where the caller is.
struct CallerContext: RequestContext, RemoteAddressRequestContext {
  var coreContext: CoreRequestContextStorage
  let remoteAddress: SocketAddress?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    remoteAddress = source.channel.remoteAddress
  }
}

extension RemoteAddressRequestContext {
  /// Where the caller is.
  var caller: IPAddress? { IPAddress(remoteAddress) }
}
