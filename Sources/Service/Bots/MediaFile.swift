import Crypto
import Foundation
import Glibc

/// A file on its way into the media store; gone if it is not finished.
package final class MediaFile {
  private let store: MediaStore
  private let path: String
  private let descriptor: CInt
  private var hasher = SHA256()

  init(in store: MediaStore) throws(MediaStoreFailure) {
    self.store = store
    path = "\(store.folder)/.\(UUID().uuidString)"
    guard makeFolder(store.folder) else { throw .unwritable(store.folder, errno) }
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw .unwritable(path, errno) }
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(MediaStoreFailure) {
    hasher.update(bufferPointer: bytes)
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      guard count > 0 else { throw .unwritable(path, errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Puts the file at its place, whole and on disk.
  ///
  /// - Parameters:
  ///   - expected: the hash the bytes must have; nil to take them as they are.
  ///   - source: the file the bytes came from.
  /// - Returns: the hash.
  package func finish(expected: String? = nil, source: String = "") throws(MediaStoreFailure) -> String {
    guard fsync(descriptor) == 0 else { throw .unwritable(path, errno) }
    let hash = hasher.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    if let expected, hash != expected { throw .changed(path: source) }
    let place = store.path(of: hash)
    let parent = String(place.prefix(place.count - hash.count - 1))
    guard makeFolder(parent), store.place(path, as: hash), sync(parent), sync(store.folder) else {
      throw .unwritable(place, errno)
    }
    return hash
  }

  private func sync(_ folder: String) -> Bool {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }
}

private func makeFolder(_ path: String) -> Bool { mkdir(path, 0o750) == 0 || errno == EEXIST }

package enum MediaStoreFailure: Error, Sendable, Hashable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  /// The bytes are not those that were proved.
  case changed(path: String)

  static func unreadable(_ path: String, _ code: CInt) -> Self {
    .unreadable(path: path, reason: String(cString: strerror(code)))
  }

  static func unwritable(_ path: String, _ code: CInt) -> Self {
    .unwritable(path: path, reason: String(cString: strerror(code)))
  }

  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)."
    case .changed(let path): "\(path) was changed while it was loaded; reload once more."
    }
  }
}
