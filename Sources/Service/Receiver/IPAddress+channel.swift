import Glibc
import NIOCore

extension IPAddress {
  /// The address at the other end of a connection; nil if it has none.
  package init?(_ address: SocketAddress?) {
    guard let address else { return nil }
    // Where the address stands in sockaddr_in and sockaddr_in6 (RFC 3493, 3.3).
    let found = address.withSockAddr { pointer, size -> IPAddress? in
      let bytes = UnsafeRawBufferPointer(start: pointer, count: size)
      switch CInt(pointer.pointee.sa_family) {
      case AF_INET where size >= 8:
        return IPAddress(v4: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
      case AF_INET6 where size >= 24:
        return IPAddress(
          high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
          low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)))
      default: return nil
      }
    }
    guard let found else { return nil }
    self = found
  }
}
