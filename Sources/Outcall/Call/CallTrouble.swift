import AsyncHTTPClient
import Glibc
import NIOCore
import NIOPosix

/// A call without an answer, by its error.
enum CallTrouble: Hashable {
  case timeout
  case unreachable(String)

  init(_ error: any Error) {
    switch error {
    case let trouble as PinnedExchange.Trouble: self.init(trouble.cause)
    case is DeadlinePassed: self = .timeout
    case let host as UnknownHost: self = .unreachable("its name has no address (\(host.reason))")
    case let error as HTTPClientError:
      switch error {
      case .deadlineExceeded, .readTimeout, .writeTimeout: self = .timeout
      case .connectTimeout, .getConnectionFromPoolTimeout:
        self = .unreachable("it did not take the connection in time")
      case .tlsHandshakeTimeout: self = .unreachable("it does not speak TLS")
      default: self = .unreachable("the connection broke off")
      }
    case is NIOConnectionError: self = .unreachable("nobody at its address takes connections")
    case let error as IOError
    where [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH].contains(error.errnoCode):
      self = .unreachable("nobody at its address takes connections")
    case is IOError, is ChannelError: self = .unreachable("the connection broke off")
    default:
      // The TLS library's errors are named by their module: importing it only for a word is not worth a dependency.
      let isTLS = String(reflecting: type(of: error)).hasPrefix("NIOSSL")
      self = .unreachable(isTLS ? Self.aboutTLS(error) : "\(type(of: error))")
    }
  }

  private static func aboutTLS(_ error: any Error) -> String {
    "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
      ? "its certificate is not trusted by this machine" : "it does not speak TLS as it should"
  }

  /// To stand behind a colon.
  var reason: String {
    switch self {
    case .timeout: "it did not answer in time"
    case .unreachable(let reason): reason
    }
  }
}
