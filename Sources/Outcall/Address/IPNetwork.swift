/// A network: `10.0.0.0/8`, `2001:db8::/32`, or one address.
package struct IPNetwork: Sendable, Hashable {
  private let base: IPAddress
  /// Of the 128 bits of an ``IPAddress``.
  private let prefix: Int

  /// Nil if `text` is no network, or has bits set after its prefix.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let address = IPAddress(parts[0]) else { return nil }
    let width = address.isV4 ? 32 : 128
    var length = width
    if parts.count == 2 {
      guard let given = Int(parts[1]), (0...width).contains(given) else { return nil }
      length = given
    }
    base = address
    prefix = length + 128 - width
    guard (base.high & ~highMask, base.low & ~lowMask) == (0, 0) else { return nil }
  }

  package func contains(_ address: IPAddress) -> Bool {
    address.high & highMask == base.high && address.low & lowMask == base.low
  }

  private var highMask: UInt64 { Self.mask(min(prefix, 64)) }
  private var lowMask: UInt64 { Self.mask(max(prefix - 64, 0)) }

  private static func mask(_ bits: Int) -> UInt64 { bits == 0 ? 0 : ~UInt64(0) << UInt64(64 - bits) }
}
