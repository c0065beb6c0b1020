import Glibc

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
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(path.utf8)
    let isAbstract = bytes[0] == UInt8(ascii: "@")
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
    if isAbstract { bytes[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let start = MemoryLayout<sockaddr_un>.size - MemoryLayout.size(ofValue: address.sun_path)
    // An abstract name is as long as the length says; a path ends with a zero.
    let length = socklen_t(start + bytes.count + (isAbstract ? 0 : 1))
    let descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let message = Array(fields.joined(separator: "\n").utf8)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(descriptor, message, message.count, CInt(MSG_NOSIGNAL), $0, length) == message.count
      }
    }
  }

  /// A reload begins; it ends with `READY=1`.
  package func reloading() {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let microseconds = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    send("RELOADING=1", "MONOTONIC_USEC=\(microseconds)")
  }
}
