import Glibc
import NIOPosix

/// Finds the addresses of a host.
package struct HostResolver: Sendable {
  /// All addresses of a name, in the order to try them.
  package var addresses: @Sendable (_ host: String) async throws -> [IPAddress]

  package init(_ addresses: @escaping @Sendable (_ host: String) async throws -> [IPAddress]) {
    self.addresses = addresses
  }

  /// The system's: `/etc/hosts`, then its name servers.
  package static let system = HostResolver { host in
    try await threads.runIfActive { try lookUp(host) }
  }

  // Of its own: a name server that hangs holds threads up, and others need theirs.
  private static let threads = {
    let threads = NIOThreadPool(numberOfThreads: 4)
    threads.start()
    return threads
  }()

  private static func lookUp(_ host: String) throws -> [IPAddress] {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_ADDRCONFIG
    var first: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, nil, &hints, &first)
    guard status == 0 else { throw UnknownHost(reason: String(cString: gai_strerror(status))) }
    defer { freeaddrinfo(first) }
    var addresses: [IPAddress] = []
    var next = first
    while let entry = next?.pointee {
      let bytes = UnsafeRawBufferPointer(start: entry.ai_addr, count: Int(entry.ai_addrlen))
      if let address = IPAddress(socketAddress: bytes), !addresses.contains(address) {
        addresses.append(address)
      }
      next = entry.ai_next
    }
    return addresses
  }
}

/// A name without an address.
struct UnknownHost: Error {
  /// In the system's words.
  var reason: String
}
