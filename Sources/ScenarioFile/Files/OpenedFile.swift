import Foundation

/// A plain file that is open for reading; closed with its last reference.
final class OpenedFile {
  private let descriptor: CInt
  /// Bytes when it was opened.
  let size: Int

  init(_ path: String) throws(FileProblem) {
    // Without O_NONBLOCK a named pipe would wait here for a writer.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(reason: String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The bytes from the start, `limit` at most.
  func read(atMost limit: Int) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(limit, size))
    try chunks { chunk in
      bytes.append(contentsOf: chunk.prefix(limit - bytes.count))
      return bytes.count < limit
    }
    return bytes
  }

  /// Calls `body` with the bytes from the start, 64 KiB at a time, until it answers false.
  func chunks(_ body: (UnsafeRawBufferPointer) -> Bool) throws(FileProblem) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(reason: String(cString: strerror(errno))) }
      if count == 0 { return }
      offset += count
      if !body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return }
    }
  }
}
