import Foundation

/// The socket a daemon tells of its state (sd_notify(3)), so that a test need not ask.
final class NotifySocket: Sendable {
  let path: String
  private let descriptor: Int32

  /// - Parameter receive: is given each message, on a thread of its own.
  init(path: String, receive: @escaping @Sendable (String) -> Void) throws {
    self.path = path
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8CString)
    guard descriptor >= 0, bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else {
      throw POSIXError(.ENAMETOOLONG)
    }
    withUnsafeMutableBytes(of: &address.sun_path) { place in
      bytes.withUnsafeBytes { place.copyMemory(from: $0) }
    }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
    }
    guard bound == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let thread = Thread { [descriptor] in
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        receive(String(decoding: buffer[..<count], as: UTF8.self))
      }
      close(descriptor)
    }
    thread.start()
  }

  /// Ends the thread; nothing is received after it.
  func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }
}
