import NIOCore

/// The hosts a browser may name to reach the sandbox: loopback, and where it listens.
///
/// A page of another site whose name was made to lead to this machine ("DNS rebinding") names its own.
struct OwnHosts {
  /// The address the sandbox listens on.
  let listening: String

  /// Whether `authority`, a host with or without a port (RFC 9110 §7.2), is one of them.
  func contains(authority: String) -> Bool {
    let host = Self.host(of: authority).lowercased()
    if host == "localhost" || host == listening.lowercased() { return true }
    // What is no address is a name, and somebody else's.
    guard let address = try? SocketAddress(ipAddress: host, port: 0) else { return false }
    let isEverywhere = listening == "0.0.0.0" || listening == "::"
    return isEverywhere || host == "::1" || (address.protocol == .inet && host.hasPrefix("127."))
  }

  private static func host(of authority: String) -> String {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return String(authority[authority.index(after: authority.startIndex)..<end])
    }
    return String(authority.prefix { $0 != ":" })
  }
}
