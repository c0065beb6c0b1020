import Glibc

/// An IPv4 or IPv6 address as 16 bytes; an IPv4 address is written as IPv4-mapped (RFC 4291, 2.5.5.2).
package struct IPAddress: Sendable, Hashable {
  let high: UInt64
  let low: UInt64

  private static let mapped: UInt64 = 0xffff_0000_0000

  /// - Parameter v4: the four bytes in network order, as a number of this machine.
  package init(v4: UInt32) {
    high = 0
    low = Self.mapped | UInt64(v4)
  }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(v6: in6_addr) {
    var address = v6
    (high, low) = withUnsafeBytes(of: &address) { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }

  /// The numeric address `text` is; nil if it is none.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    var v4 = in_addr()
    if inet_pton(AF_INET, text, &v4) == 1 {
      self.init(v4: UInt32(bigEndian: v4.s_addr))
      return
    }
    var v6 = in6_addr()
    guard inet_pton(AF_INET6, text, &v6) == 1 else { return nil }
    self.init(v6: v6)
  }

  package var isV4: Bool { high == 0 && low >> 32 == Self.mapped >> 32 }

  package var isLoopback: Bool {
    isV4 ? (low >> 24) & 0xff == 127 : high == 0 && low == 1
  }
}

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
