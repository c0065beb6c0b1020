import Dialogue
import Foundation
import StrictYAML

/// A bot's folder on disk; nothing outside it is ever read, also not through symbolic links.
final class FolderSource: BotSource {
  /// Absolute, without symbolic links.
  let root: String
  /// The names in each folder that was looked at.
  private var listings: [String: [String]] = [:]
  private var searchesLeft = 50
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
        throw missing(segments, at: index, in: folder)
      }
      folder = folder.isEmpty ? name : folder + "/" + name
    }
    guard let real = realPath(root + "/" + folder) else { throw .missing(near: nil) }
    guard isInside(real) else { throw .outside }
    return real
  }

  /// What there is instead: a near name in the same place, the same or a near name elsewhere, or any of the type.
  private func missing(_ segments: [String], at index: Int, in folder: String) -> FileProblem {
    let segment = segments[index]
    let isLast = index == segments.count - 1
    let names = names(in: folder).filter { isLast || isFolder(folder.isEmpty ? $0 : folder + "/" + $0) }
    let near = names.first { $0.lowercased() == segment.lowercased() } ?? Nearest.to(segment, among: names)
    if let near {
      let path = ([folder, near].filter { !$0.isEmpty } + segments[(index + 1)...]).joined(separator: "/")
      if isLast || FileManager.default.fileExists(atPath: root + "/" + path) { return .missing(near: path) }
    }
    // Looking through all names is slow where thousands of files are missing.
    guard searchesLeft > 0 else { return .missing(near: nil) }
    searchesLeft -= 1
    let wanted = segments[segments.count - 1]
    let type = MediaFormat.fileExtension(wanted)
    let others = allFiles.filter { MediaFormat.fileExtension($0) == type && BotFileName.isIncludable($0) }
    let byName = Dictionary(
      others.map { ($0.split(separator: "/").last.map(String.init) ?? $0, $0) },
      uniquingKeysWith: { first, _ in first })
    let elsewhere = byName[wanted] ?? Nearest.to(wanted, among: byName.keys.sorted()).flatMap { byName[$0] }
    return .missing(near: elsewhere, there: Array(others.prefix(5)))
  }

  /// The files in the folder and below it, 1,000 at most.
  private lazy var allFiles = files(below: "", atMost: 1000).sorted()

  private func files(below folder: String, atMost limit: Int) -> [String] {
    var found: [String] = []
    var pending = [folder]
    while let folder = pending.popLast(), found.count < limit {
      for name in names(in: folder) where !name.hasPrefix(".") {
        let path = folder.isEmpty ? name : folder + "/" + name
        if isLink(path) { continue }
        if isFolder(path) { pending.append(path) } else { found.append(path) }
      }
    }
    return Array(found.prefix(limit))
  }

  private func isInside(_ real: String) -> Bool {
    real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
  }

  func names(in folder: String) -> [String] {
    if let known = listings[folder] { return known }
    let found = try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
    let names = (found ?? []).sorted()
    listings[folder] = names
    return names
  }

  func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: root + "/" + path)) != nil
  }
}

private func realPath(_ path: String) -> String? {
  guard let pointer = realpath(path, nil) else { return nil }
  defer { free(pointer) }
  return String(cString: pointer)
}
