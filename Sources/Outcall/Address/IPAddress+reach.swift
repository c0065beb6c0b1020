extension IPAddress {
  /// Who can be behind an address.
  package enum Reach: Sendable, Hashable {
    /// A host of the internet.
    case global
    /// This machine, or a host of a network of one's own.
    case local
    /// No service: an address of a protocol, of documents, of many hosts at once, or another address in disguise.
    case special
  }

  /// By the registries of special-purpose addresses of IANA (RFC 6890); what they do not say is global is not.
  package var reach: Reach {
    if Self.localNetworks.contains(where: { $0.contains(self) }) { return .local }
    if isV4 { return Self.specialV4.contains { $0.contains(self) } ? .special : .global }
    let isGlobal =
      Self.unicast.contains { $0.contains(self) } && !Self.specialV6.contains { $0.contains(self) }
    return isGlobal ? .global : .special
  }

  /// RFC 1918, 6598 (shared with a carrier), 1122 (loopback), 4193.
  private static let localNetworks = networks(
    "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1", "fc00::/7")

  private static let specialV4 = networks(
    "0.0.0.0/8",  // this network
    "169.254.0.0/16",  // link-local: where clouds keep their machines' credentials
    "192.0.0.0/24",  // protocol assignments
    "192.0.2.0/24",  // documentation
    "192.88.99.0/24",  // relays of 6to4
    "198.18.0.0/15",  // benchmarks
    "198.51.100.0/24",  // documentation
    "203.0.113.0/24",  // documentation
    "224.0.0.0/4",  // multicast
    "240.0.0.0/4")  // reserved, broadcast

  /// All that is given to hosts so far. Outside of it are, among others, the unspecified address, link-local, multicast
  /// and those with an IPv4 address inside: mapped (read as IPv4 before), compatible, `64:ff9b::/96` and
  /// `64:ff9b:1::/48` of NAT64.
  private static let unicast = networks("2000::/3")

  private static let specialV6 = networks(
    "2001::/23",  // protocol assignments: Teredo, benchmarks, ORCHID
    "2001:db8::/32",  // documentation
    "2002::/16",  // 6to4: an IPv4 address inside
    "2620:4f:8000::/48",  // AS112
    "3fff::/20")  // documentation

  private static func networks(_ texts: String...) -> [IPNetwork] { texts.compactMap { IPNetwork($0) } }
}
