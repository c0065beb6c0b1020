import Glibc

/// An IPv4 or IPv6 address as 16 bytes; an IPv4 address is written as IPv4-mapped (RFC 4291, 2.5.5.2).
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  private static let mapped: UInt64 = 0xffff_0000_0000

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// - Parameter v4: the four bytes in network order, as a number of this machine.
  package init(v4: UInt32) { self.init(high: 0, low: Self.mapped | UInt64(v4)) }

  /// The address in 4 or 16 bytes in network order; nil for another count.
  init?(bytes: UnsafeRawBufferPointer) {
    switch bytes.count {
    case 4: self.init(v4: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)))
    case 16:
      self.init(
        high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    default: return nil
    }
  }

  /// The numeric address `text` is; nil if it is none.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    let isV4 = !text.contains(":")
    var bytes = [UInt8](repeating: 0, count: isV4 ? 4 : 16)
    guard inet_pton(isV4 ? AF_INET : AF_INET6, text, &bytes) == 1,
      let address = bytes.withUnsafeBytes({ IPAddress(bytes: $0) })
    else { return nil }
    self = address
  }

  package var description: String {
    let bytes = withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
    var text = [CChar](repeating: 0, count: 64)
    let isText = bytes.withUnsafeBytes { bytes in
      inet_ntop(
        isV4 ? AF_INET : AF_INET6, bytes.baseAddress.map { $0 + (isV4 ? 12 : 0) }, &text,
        socklen_t(text.count))
    }
    return isText == nil
      ? "" : String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
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
