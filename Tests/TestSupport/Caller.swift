import Dispatch
import Foundation
import Glibc

/// One TCP connection to this machine, whose bytes are sent when the test likes.
package final class Caller: Sendable {
  package struct Stalled: Error, CustomStringConvertible {
    package var description: String
  }

  /// One HTTP answer.
  package struct Answer: Sendable, Equatable {
    package var status: Int
    /// Names in small letters.
    package var headers: [String: String]
    package var body: String
  }

  private let descriptor: CInt

  /// How long the other end may keep silent, in seconds: only a test that fails waits so long.
  private static let patience = 20

  package init(port: Int) throws {
    descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    var time = timeval(tv_sec: Self.patience, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard connected == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECONNREFUSED) }
  }

  deinit { close(descriptor) }

  /// Sends as much as the other end takes; what it no longer wants is dropped.
  package func send(_ text: String) { send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest.removeFirst(count)
    }
  }

  /// Waits for the next answer on this connection.
  package func answer() async throws -> Answer {
    var bytes = Data()
    while true {
      if let head = bytes.range(of: Data("\r\n\r\n".utf8)) {
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
          let parts = line.split(separator: ":", maxSplits: 1)
          headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
        }
        let body = bytes[head.upperBound...]
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        if body.count >= length {
          let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }
          return Answer(
            status: status ?? 0, headers: headers, body: String(decoding: body.prefix(length), as: UTF8.self))
        }
      }
      guard let more = try await receive() else {
        throw Stalled(description: "the connection ended after \(String(decoding: bytes, as: UTF8.self))")
      }
      bytes += more
    }
  }

  /// Waits until the other end closes the connection; what it said before.
  package func end() async throws -> String {
    var bytes = Data()
    while let more = try await receive() { bytes += more }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Waits until the other end resets the connection; what it said before. Throws if it closes it in peace.
  package func reset() async throws -> String {
    var bytes = Data()
    do {
      while let more = try await receive(resetThrows: true) { bytes += more }
    } catch let error as POSIXError where error.code == .ECONNRESET {
      return String(decoding: bytes, as: UTF8.self)
    }
    throw Stalled(description: "the connection ended after \(String(decoding: bytes, as: UTF8.self))")
  }

  /// Nil at the end of the connection.
  private func receive(resetThrows: Bool = false) async throws -> Data? {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { [descriptor] in
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count < 0, errno == EAGAIN {
          continuation.resume(throwing: Stalled(description: "nothing came for \(Self.patience) s"))
        } else if count < 0, errno == ECONNRESET, resetThrows {
          continuation.resume(throwing: POSIXError(.ECONNRESET))
        } else {
          continuation.resume(returning: count > 0 ? Data(buffer[..<count]) : nil)
        }
      }
    }
  }
}
