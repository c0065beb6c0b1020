import Foundation
import Hummingbird
import NIOCore

/// The folder uploads are kept in while the sandbox runs.
struct MediaFolder: Sendable {
  let path: String

  /// Makes a folder of its own among the temporary files.
  static func temporary() throws -> MediaFolder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("balas-sandbox-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return MediaFolder(path: path)
  }

  /// What a phone may send beyond what a project may.
  private static let phoneExtensions: [String: MediaKind] = [
    "webp": .image, "gif": .image, "wav": .audio, "webm": .audio,
  ]

  /// The kind of a file by its name; what is neither picture nor sound is a document.
  static func kind(of name: String) -> MediaKind {
    let ending = StoredMedia.fileExtension(of: name)
    return phoneExtensions[ending] ?? MediaKind.allCases.first { $0.extensions.contains(ending) } ?? .document
  }

  /// A new file for an upload called `name`, of which only an extension that is known to be harmless is kept.
  func create(for name: String) throws -> (file: String, handle: FileHandle) {
    let ending = StoredMedia.fileExtension(of: name)
    let isKnown =
      Self.phoneExtensions[ending] != nil || MediaKind.allCases.contains { $0.extensions.contains(ending) }
    let file = UUID().uuidString.lowercased() + (isKnown ? ".\(ending)" : "")
    let whole = "\(path)/\(file)"
    guard FileManager.default.createFile(atPath: whole, contents: nil),
      let handle = FileHandle(forWritingAtPath: whole)
    else { throw CocoaError(.fileWriteUnknown) }
    return (file, handle)
  }

  /// Keeps what a phone sends, as it arrives.
  ///
  /// - Returns: nil if it is longer than `limit` bytes.
  func keep(_ body: RequestBody, name: String, limit: Int) async throws -> StoredMedia? {
    let (file, handle) = try create(for: name)
    var size = 0
    do {
      for try await buffer in body {
        size += buffer.readableBytes
        if size <= limit { try handle.write(contentsOf: buffer.readableBytesView) }
      }
      try handle.close()
    } catch {
      remove(file)
      throw error
    }
    guard size <= limit else {
      remove(file)
      return nil
    }
    return StoredMedia(kind: Self.kind(of: name), file: file, name: name, size: size)
  }

  /// Removes one upload; the name is ours.
  func remove(_ file: String) { unlink("\(path)/\(file)") }

  /// Removes the folder with all that is in it.
  func removeAll() { try? FileManager.default.removeItem(atPath: path) }

  /// The types the library's table of file name extensions lacks.
  static let mediaTypes: [String: MediaType] = [
    "ogg": MediaType(type: .audio, subType: "ogg"), "opus": MediaType(type: .audio, subType: "ogg"),
    "m4a": MediaType(type: .audio, subType: "mp4"), "webm": MediaType(type: .audio, subType: "webm"),
  ]
}
