import Outcall

/// An address and port to listen on.
package struct Endpoint: Sendable, Hashable, CustomStringConvertible {
  /// A numeric address, or `localhost`.
  package var host: String
  /// 0 lets the kernel choose.
  package var port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// `127.0.0.1:8080` or `[::1]:8080`; nil if `text` is none.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65535).contains(port)
    else { return nil }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
    } else if host.contains(":") {
      return nil
    }
    guard host == "localhost" || IPAddress(host) != nil else { return nil }
    self.init(host: host, port: port)
  }

  /// Whether only this machine can reach it.
  package var isLoopback: Bool { host == "localhost" || IPAddress(host)?.isLoopback == true }

  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
