import Dialogue
import Glibc
import Synchronization

/// Media by the SHA-256 of their bytes, so that an edited folder cannot change a queued message.
package final class MediaStore: Sendable {
  /// `media` in the data folder.
  package let folder: String
  /// Held while a file comes to its place, is made young, or goes.
  private let turnover = Mutex(())

  package init(folder: String) { self.folder = folder }

  /// Where the bytes with this hash lie.
  package func path(of hash: String) -> String { "\(folder)/\(hash.prefix(2))/\(hash)" }

  package func holds(_ hash: String) -> Bool { access(path(of: hash), R_OK) == 0 }

  /// Makes a file as young as if it had just been put here, so that ``prune(_:before:)`` leaves it.
  ///
  /// - Returns: whether it is here.
  package func refresh(_ hash: String) -> Bool {
    turnover.withLock { _ in holds(hash) && utimensat(AT_FDCWD, path(of: hash), nil, 0) == 0 }
  }

  /// Deletes a file, unless it became young meanwhile.
  ///
  /// - Returns: whether it went.
  func remove(_ hash: String, before cutoff: Timestamp) -> Bool {
    turnover.withLock { _ in Self.isOlder(path(of: hash), cutoff) && unlink(path(of: hash)) == 0 }
  }

  /// Puts a finished file at its place.
  func place(_ file: String, as hash: String) -> Bool {
    // A rename: whatever happens, the place is whole or empty.
    turnover.withLock { _ in rename(file, path(of: hash)) == 0 }
  }

  /// A new file, to be written piece by piece.
  package func begin() throws(MediaStoreFailure) -> MediaFile { try MediaFile(in: self) }

  /// Copies a file into the store; what is there already is left alone.
  ///
  /// - Parameter expected: the hash the bytes must have; nil to take them as they are.
  /// - Returns: the hash.
  @discardableResult
  package func keep(_ source: String, expected: String? = nil) throws(MediaStoreFailure) -> String {
    if let expected, refresh(expected) { return expected }
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .unreadable(source, errno) }
    defer { close(input) }
    let file = try begin()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(input, buffer.baseAddress, buffer.count)
      guard count >= 0 else { throw .unreadable(source, errno) }
      if count == 0 { break }
      try file.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    return try file.finish(expected: expected, source: source)
  }
}
