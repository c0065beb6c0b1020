import Foundation

/// A text file that an author keeps.
enum TextFile {
  /// Puts `text` in place of all the file holds, whole or not at all; who may read it stays.
  static func rewrite(_ path: String, _ text: String) throws {
    let file = URL(filePath: path).resolvingSymlinksInPath()
    let mode = try? FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    try Data(text.utf8).write(to: file, options: .atomic)
    if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path) }
  }
}
