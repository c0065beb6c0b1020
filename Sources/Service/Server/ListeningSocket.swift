import Foundation
import Glibc
import NIOCore
import Outcall

/// A socket that listens already: callers wait in its backlog until somebody serves them.
package struct ListeningSocket: Sendable {
  package let descriptor: CInt

  /// Waiting callers before the kernel drops more.
  private static let backlog: CInt = 1024

  /// Takes a descriptor over.
  package init(descriptor: CInt) { self.descriptor = descriptor }

  /// Binds an address and listens.
  ///
  /// - Parameter name: what it is for, as the configuration calls it.
  package init(_ endpoint: Endpoint, for name: String) throws(DaemonFailure) {
    let address: SocketAddress
    do {
      let host = endpoint.host == "localhost" ? "127.0.0.1" : endpoint.host
      address = try SocketAddress(ipAddress: host, port: endpoint.port)
    } catch {
      throw DaemonFailure(.configuration, "`\(name)`: \(endpoint) is no address.")
    }
    descriptor = try Self.make(family: address.protocol == .inet6 ? AF_INET6 : AF_INET, name: name)
    var yes: CInt = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
    let bound = address.withSockAddr { bind(descriptor, $0, socklen_t($1)) }
    guard bound == 0, listen(descriptor, Self.backlog) == 0 else {
      let code = errno
      Glibc.close(descriptor)
      throw Self.failure(code, "`\(name)`: cannot listen on \(endpoint)", taken: "stop what holds it")
    }
  }

  /// Binds a path, replacing a socket that a dead process left there, and listens.
  ///
  /// - Parameter mode: the permissions of the path.
  package init(path: String, mode: mode_t, for name: String) throws(DaemonFailure) {
    let address: SocketAddress
    do {
      address = try SocketAddress(unixDomainSocketPath: path)
    } catch {
      throw DaemonFailure(
        .configuration, "`\(name)`: \(path) is too long for a socket; a path of at most 107 bytes is not.")
    }
    if let found = try? FileManager.default.attributesOfItem(atPath: path) {
      guard found[.type] as? FileAttributeType == .typeSocket else {
        throw DaemonFailure(.inputOutput, "`\(name)`: \(path) is there and no socket; move it away.")
      }
      guard !Self.isAnswered(address) else {
        throw DaemonFailure(
          .unavailable,
          "`\(name)`: another process answers at \(path); stop it, or set another path as `\(name)`.")
      }
      unlink(path)
    }
    descriptor = try Self.make(family: AF_UNIX, name: name)
    // Nobody can connect between bind and listen, so the permissions are right before the first caller.
    guard address.withSockAddr({ bind(descriptor, $0, socklen_t($1)) }) == 0, chmod(path, mode) == 0,
      listen(descriptor, Self.backlog) == 0
    else {
      let code = errno
      Glibc.close(descriptor)
      throw Self.failure(code, "`\(name)`: cannot listen on \(path)", taken: "stop what holds it")
    }
  }

  /// Whether somebody listens at the path of a socket; false where only a dead process left it.
  private static func isAnswered(_ address: SocketAddress) -> Bool {
    let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    // EAGAIN: it listens, and has more callers waiting than it takes.
    return address.withSockAddr({ connect(descriptor, $0, socklen_t($1)) }) == 0 || errno == EAGAIN
  }

  /// Whether `descriptor` is a listening socket.
  package var isListening: Bool {
    var value: CInt = 0
    var length = socklen_t(MemoryLayout<CInt>.size)
    return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &value, &length) == 0 && value == 1
  }

  /// The address and port it has; nil for a socket of another family.
  package var endpoint: Endpoint? {
    var bytes = [UInt8](repeating: 0, count: 128)
    var length = socklen_t(bytes.count)
    let address = bytes.withUnsafeMutableBytes { buffer -> IPAddress? in
      let pointer = buffer.assumingMemoryBound(to: sockaddr.self).baseAddress
      guard let pointer, getsockname(descriptor, pointer, &length) == 0 else { return nil }
      return IPAddress(socketAddress: UnsafeRawBufferPointer(buffer))
    }
    // The port follows the family in both kinds of address (RFC 3493, 3.3).
    return address.map { Endpoint(host: "\($0)", port: Int(bytes[2]) << 8 | Int(bytes[3])) }
  }

  package func close() { Glibc.close(descriptor) }

  private static func make(family: CInt, name: String) throws(DaemonFailure) -> CInt {
    let descriptor = socket(family, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw failure(errno, "`\(name)`: no socket can be made", taken: "") }
    return descriptor
  }

  private static func failure(_ code: CInt, _ what: String, taken: String) -> DaemonFailure {
    let reason = String(cString: strerror(code))
    switch code {
    case EADDRINUSE: return DaemonFailure(.unavailable, "\(what): it is taken; \(taken) or choose another.")
    case EADDRNOTAVAIL:
      return DaemonFailure(.configuration, "\(what): this machine has no such address.")
    case EACCES: return DaemonFailure(.inputOutput, "\(what): this user may not; \(reason).")
    default: return DaemonFailure(.inputOutput, "\(what): \(reason).")
    }
  }
}
