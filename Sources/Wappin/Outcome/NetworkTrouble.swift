import AsyncHTTPClient
import Glibc
import NIOCore
import NIOPosix

/// A call without an answer.
package struct NetworkTrouble: Error, Sendable, Hashable {
  /// For people and metrics: `refused`, `dns`, `tls`, `connect-timeout`, `timeout`, `reset`, `too-large`, `file`.
  package var kind: String
  /// What happened, to stand behind a colon.
  package var detail: String
  /// Whether the connection asked for the request's body: before that the provider cannot have understood it.
  package var mayHaveArrived: Bool

  /// The ``kind`` of a media file that cannot be read.
  static let file = "file"

  package init(kind: String, detail: String, mayHaveArrived: Bool) {
    self.kind = kind
    self.detail = detail
    self.mayHaveArrived = mayHaveArrived
  }

  /// What an error of the HTTP client means.
  package init(_ error: any Error, mayHaveArrived: Bool) {
    let kind = Self.kind(of: error)
    self.init(kind: kind, detail: Self.detail(kind, error), mayHaveArrived: mayHaveArrived)
  }

  private static func detail(_ kind: String, _ error: any Error) -> String {
    switch kind {
    case "refused": "nobody at its address takes connections"
    case "dns": "the name service does not know its name"
    case "connect-timeout": "it did not take the connection in time"
    case "timeout": "it did not answer in time"
    case "too-large": "its answer is larger than any of the provider's"
    case "reset": "the connection broke off"
    case "tls":
      "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
        ? "its certificate is not trusted; look after proxy, clock and the certificates of this machine"
        : "it does not speak TLS as it should"
    default: "\(error)"
    }
  }

  private static func kind(of error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
      return error.dnsAError != nil || error.dnsAAAAError != nil ? "dns" : "refused"
    case let error as HTTPClientError:
      switch error {
      case .connectTimeout, .getConnectionFromPoolTimeout: return "connect-timeout"
      case .tlsHandshakeTimeout: return "tls"
      case .deadlineExceeded, .readTimeout, .writeTimeout: return "timeout"
      default: return "reset"
      }
    case is ResponseAccumulator.ResponseTooBigError: return "too-large"
    case is UnreadableFile: return file
    case let error as IOError:
      return [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH].contains(error.errnoCode) ? "refused" : "reset"
    case is ChannelError: return "reset"
    default:
      // The TLS library's errors are named by their module: importing it only for a word is not worth a dependency.
      return String(reflecting: type(of: error)).hasPrefix("NIOSSL") ? "tls" : "reset"
    }
  }
}
