import Hummingbird
import NIOCore
import Outcall

extension RemoteAddressRequestContext {
  /// Where the caller is.
  var caller: IPAddress? { IPAddress(remoteAddress) }
}
