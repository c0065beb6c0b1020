import Foundation

/// The one claim on a data folder; held until it is released or the process ends, however it ends.
final class DataLock: Sendable {
  private let descriptor: Int32

  /// - Throws: ``JournalFailure/locked(path:holder:)`` if someone else has it.
  init(folder: String) throws(JournalFailure) {
    let path = folder + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      let holder = Self.holder(descriptor)
      close(descriptor)
      if reason == EWOULDBLOCK { throw .locked(path: folder, holder: holder) }
      throw .notWritable(path: path, reason: String(cString: strerror(reason)))
    }
    // The id only serves the sentence that names the holder; the lock holds without it.
    let text = Array("\(getpid())\n".utf8)
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
  }

  /// Gives the folder up before the process ends.
  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }

  private static func holder(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count], as: UTF8.self).filter(\.isNumber))
  }
}
