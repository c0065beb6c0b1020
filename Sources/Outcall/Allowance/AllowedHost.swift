/// A host that scenarios may call, as the operator writes it: `erp.example.co.id`, `erp.lan:8069`, `[fd00::7]:8443`.
package struct AllowedHost: Sendable, Hashable, CustomStringConvertible {
  /// A name in small letters, or an address.
  package let host: String
  /// Nil for the usual ports: 443 by https, 80 by http.
  package let port: Int?
  /// Whether it may have addresses of a network of one's own.
  package let isLocal: Bool

  /// Nil if `text` is no host with or without a port.
  package init?(_ text: String, isLocal: Bool) {
    var (host, port) = (text[...], Int?.none)
    // An IPv6 address without brackets has more than one colon, and no port.
    if let colon = text.lastIndex(of: ":"), text.hasPrefix("[") || text.firstIndex(of: ":") == colon,
      !text.hasSuffix("]")
    {
      let digits = text[text.index(after: colon)...]
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits),
        (1...65535).contains(number)
      else { return nil }
      (host, port) = (text[..<colon], number)
    }
    guard let name = HostName.canonical(host) else { return nil }
    (self.host, self.port, self.isLocal) = (name, port, isLocal)
  }

  func covers(_ address: CallAddress) -> Bool {
    host == address.host && (port ?? address.scheme.usualPort) == address.port
  }

  package var description: String {
    (host.contains(":") ? "[\(host)]" : host) + (port.map { ":\($0)" } ?? "")
  }
}
