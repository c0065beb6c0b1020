import Glibc
import NIOCore

extension IPAddress {
  /// The address at the other end of a connection; nil if it has none.
  package init?(_ address: SocketAddress?) {
    guard let address else { return nil }
    let found = address.withSockAddr { pointer, size in
      IPAddress(socketAddress: UnsafeRawBufferPointer(start: pointer, count: size))
    }
    guard let found else { return nil }
    self = found
  }

  /// The address in a `sockaddr`; where it stands there is written in RFC 3493, 3.3.
  package init?(socketAddress bytes: UnsafeRawBufferPointer) {
    switch CInt(bytes.loadUnaligned(as: UInt16.self)) {
    case AF_INET where bytes.count >= 8: self.init(bytes: UnsafeRawBufferPointer(rebasing: bytes[4..<8]))
    case AF_INET6 where bytes.count >= 24: self.init(bytes: UnsafeRawBufferPointer(rebasing: bytes[8..<24]))
    default: return nil
    }
  }
}
