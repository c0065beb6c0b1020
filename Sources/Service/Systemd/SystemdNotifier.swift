import Dispatch
import Glibc
import NIOCore

/// Tells systemd how the daemon is (sd_notify(3)): one datagram to `$NOTIFY_SOCKET`.
package struct SystemdNotifier: Sendable {
  /// A path, or an abstract name that begins with `@`.
  private let path: String

  /// Nil where nobody listens.
  package init?(variables: [String: String]) {
    guard let path = variables["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@") else {
      return nil
    }
    self.path = path
  }

  @discardableResult
  package func send(_ fields: String...) -> Bool {
    guard let address = try? SocketAddress(unixDomainSocketPath: path.replacing(/^@/, with: "\0")) else {
      return false
    }
    // An abstract name is as long as the length says; a path ends with a zero. Two bytes hold the family.
    let length = socklen_t(2 + path.utf8.count + (path.hasPrefix("@") ? 0 : 1))
    let descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let message = Array(fields.joined(separator: "\n").utf8)
    return address.withSockAddr { pointer, _ in
      sendto(descriptor, message, message.count, CInt(MSG_NOSIGNAL), pointer, length) == message.count
    }
  }

  /// A reload begins; it ends with `READY=1`.
  package func reloading() {
    // The monotonic clock, as systemd wants it.
    send("RELOADING=1", "MONOTONIC_USEC=\(DispatchTime.now().uptimeNanoseconds / 1000)")
  }
}
