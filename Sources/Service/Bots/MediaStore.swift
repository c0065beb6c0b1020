import Crypto
import Foundation
import Glibc

/// Media by the SHA-256 of their bytes, so that an edited folder cannot change a queued message.
package struct MediaStore: Sendable {
  /// `media` in the data folder.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// Where the bytes with this hash lie.
  package func path(of hash: String) -> String { "\(folder)/\(hash.prefix(2))/\(hash)" }

  package func holds(_ hash: String) -> Bool { access(path(of: hash), R_OK) == 0 }

  /// Copies a file into the store; what is there already is left alone.
  ///
  /// - Parameter expected: the hash the bytes must have; nil to take them as they are.
  /// - Returns: the hash.
  @discardableResult
  package func keep(_ source: String, expected: String? = nil) throws(MediaStoreFailure) -> String {
    if let expected, holds(expected) { return expected }
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .unreadable(path: source, reason: reason(errno)) }
    defer { close(input) }
    let temporary = "\(folder)/.\(UUID().uuidString)"
    guard makeFolder(folder) else { throw .unwritable(path: folder, reason: reason(errno)) }
    let output = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard output >= 0 else { throw .unwritable(path: temporary, reason: reason(errno)) }
    defer { close(output) }
    do throws(MediaStoreFailure) {
      let hash = try copy(input, to: output, source: source, temporary: temporary)
      if let expected, hash != expected { throw .changed(path: source) }
      try settle(temporary, as: hash)
      return hash
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private func copy(_ input: CInt, to output: CInt, source: String, temporary: String)
    throws(MediaStoreFailure) -> String
  {
    var hasher = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(input, &buffer, buffer.count)
      guard count >= 0 else { throw .unreadable(path: source, reason: reason(errno)) }
      if count == 0 { break }
      buffer.withUnsafeBytes { hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      var written = 0
      while written < count {
        let step = buffer.withUnsafeBytes { write(output, $0.baseAddress! + written, count - written) }
        guard step > 0 else { throw .unwritable(path: temporary, reason: reason(errno)) }
        written += step
      }
    }
    guard fsync(output) == 0 else { throw .unwritable(path: temporary, reason: reason(errno)) }
    return hasher.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// Moves a finished file to its place, so that a place is whole or empty whatever happens.
  private func settle(_ temporary: String, as hash: String) throws(MediaStoreFailure) {
    let place = path(of: hash)
    let parent = String(place.prefix(place.count - hash.count - 1))
    guard makeFolder(parent), rename(temporary, place) == 0, sync(parent), sync(folder) else {
      throw .unwritable(path: place, reason: reason(errno))
    }
  }

  private func makeFolder(_ path: String) -> Bool { mkdir(path, 0o750) == 0 || errno == EEXIST }

  private func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  private func reason(_ code: CInt) -> String { String(cString: strerror(code)) }
}

package enum MediaStoreFailure: Error, Sendable, Hashable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  /// The bytes are not those that were proved.
  case changed(path: String)

  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)."
    case .changed(let path): "\(path) was changed while it was loaded; reload once more."
    }
  }
}
