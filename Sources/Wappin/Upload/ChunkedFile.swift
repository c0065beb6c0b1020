import Glibc
import NIOCore
import NIOPosix

/// A file read in chunks on NIO's thread pool; closed with its last reference, whatever ends the request.
final class ChunkedFile: Sendable {
  let size: Int64
  private let descriptor: CInt

  init(path: String) throws(UnreadableFile) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UnreadableFile(reason: String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw UnreadableFile(reason: "It is no regular file.")
    }
    size = Int64(status.st_size)
  }

  deinit { close(descriptor) }

  /// Up to `limit` bytes from `offset` on; at least one.
  func read(at offset: Int64, limit: Int) async throws -> ByteBuffer {
    try await NIOThreadPool.singleton.runIfActive { [descriptor] in
      var buffer = ByteBuffer()
      let count = try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: limit) { bytes in
        let count = pread(descriptor, bytes.baseAddress, limit, off_t(offset))
        guard count >= 0 else { throw UnreadableFile(reason: String(cString: strerror(errno))) }
        return count
      }
      guard count > 0 else { throw UnreadableFile(reason: "It became shorter.") }
      return buffer
    }
  }
}

/// A media file that cannot be read.
struct UnreadableFile: Error, Sendable, CustomStringConvertible {
  var reason: String
  var description: String { "The media file cannot be read: \(reason)" }
}
