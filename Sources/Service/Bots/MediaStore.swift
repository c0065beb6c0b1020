import Glibc

/// Media by the SHA-256 of their bytes, so that an edited folder cannot change a queued message.
package struct MediaStore: Sendable {
  /// `media` in the data folder.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// Where the bytes with this hash lie.
  package func path(of hash: String) -> String { "\(folder)/\(hash.prefix(2))/\(hash)" }

  package func holds(_ hash: String) -> Bool { access(path(of: hash), R_OK) == 0 }

  /// A new file, to be written piece by piece.
  package func begin() throws(MediaStoreFailure) -> MediaFile { try MediaFile(in: self) }

  /// Copies a file into the store; what is there already is left alone.
  ///
  /// - Parameter expected: the hash the bytes must have; nil to take them as they are.
  /// - Returns: the hash.
  @discardableResult
  package func keep(_ source: String, expected: String? = nil) throws(MediaStoreFailure) -> String {
    if let expected, holds(expected) { return expected }
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
