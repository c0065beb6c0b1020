import Dialogue
import Foundation
import StrictYAML

/// A bot's folder on disk; nothing outside it is ever read, also not through symbolic links.
final class FolderSource: BotSource {
  /// Absolute, without symbolic links.
  let root: String
  /// The names in each folder that was looked at.
  private var listings: [String: [String]] = [:]
  /// Where the bytes of each proved medium are, by their hash.
  private(set) var mediaPaths: [String: String] = [:]

  /// Nil if there is no such folder.
  init?(_ path: String) {
    guard let real = realPath(path) else { return nil }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: real, isDirectory: &isFolder), isFolder.boolValue else {
      return nil
    }
    root = real
  }

  func read(_ path: String) throws(FileProblem) -> [UInt8] {
    let file = try OpenedFile(try locate(path))
    let limit = Document.Limits().size
    guard file.size <= limit else { throw .tooBig(bytes: file.size) }
    // A file that grows while it is read is refused by the reader's own limit.
    return try file.read(atMost: limit + 1)
  }

  func files(matching pattern: PathPattern) -> [String] {
    var found: [String] = []
    var pending: [(folder: String, at: Int)] = [("", 0)]
    var seen: Set<String> = []
    while let (folder, at) = pending.popLast() {
      guard at < pattern.segments.count, seen.insert("\(at):\(folder)").inserted else { continue }
      let segment = pattern.segments[at]
      let isLast = at == pattern.segments.count - 1
      if segment == "**" { pending.append((folder, at + 1)) }
      for name in names(in: folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        if segment == "**" {
          // Symbolic links are not followed here: they could lead in a circle.
          if !name.hasPrefix("."), isFolder(path), !isLink(path) { pending.append((path, at)) }
          if isLast, !name.hasPrefix("."), !isFolder(path) { found.append(path) }
        } else if PathPattern.fits(name, segment) {
          if isLast, !isFolder(path) { found.append(path) }
          if !isLast, isFolder(path) { pending.append((path, at + 1)) }
        }
      }
    }
    return Set(found).filter(BotFileName.isIncludable).sorted()
  }

  func media(_ path: String, as kind: MediaKind) throws(MediaProblem) -> BotVersion.MediaFile {
    let real: String
    let opened: OpenedFile
    do throws(FileProblem) {
      real = try locate(path)
      opened = try OpenedFile(real)
    } catch {
      throw .file(error)
    }
    let proved = try MediaProof(kind: kind, path: path).prove(opened)
    mediaPaths[proved.hash] = real
    return proved
  }

  /// The absolute path of a file, proved to exist in exactly this spelling and inside the folder.
  private func locate(_ path: String) throws(FileProblem) -> String {
    guard let segments = RelativePath.segments(path) else { throw .outside }
    var folder = ""
    for (index, segment) in segments.enumerated() {
      if let real = realPath(root + "/" + folder), !isInside(real) { throw .outside }
      let names = names(in: folder)
      // Equal names may be composed of other scalars on disk, as `é` is on a Mac.
      guard let name = names.first(where: { $0 == segment }) else {
        let near =
          names.first { $0.lowercased() == segment.lowercased() } ?? Nearest.to(segment, among: names)
        let rest = segments[(index + 1)...]
        throw .missing(
          near: near.map { ([folder, $0].filter { !$0.isEmpty } + rest).joined(separator: "/") })
      }
      folder = folder.isEmpty ? name : folder + "/" + name
    }
    guard let real = realPath(root + "/" + folder) else { throw .missing(near: nil) }
    guard isInside(real) else { throw .outside }
    return real
  }

  private func isInside(_ real: String) -> Bool {
    real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
  }

  private func names(in folder: String) -> [String] {
    if let known = listings[folder] { return known }
    let found = try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
    let names = (found ?? []).sorted()
    listings[folder] = names
    return names
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: root + "/" + path)) != nil
  }
}

private func realPath(_ path: String) -> String? {
  guard let pointer = realpath(path, nil) else { return nil }
  defer { free(pointer) }
  return String(cString: pointer)
}
