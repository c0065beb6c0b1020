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
  package init?(bytes: UnsafeRawBufferPointer) {
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
