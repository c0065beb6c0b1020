import Dialogue
import Foundation

extension MediaStore {
  /// Hashes of the files that were put here, or asked for, last before `cutoff`; what a crash left half-made goes.
  func hashes(before cutoff: Timestamp) -> Set<String> {
    var hashes: Set<String> = []
    for name in Self.names(in: folder) {
      if name.hasPrefix(".") {
        if Self.isOlder("\(folder)/\(name)", cutoff) { unlink("\(folder)/\(name)") }
        continue
      }
      for hash in Self.names(in: "\(folder)/\(name)") where Self.isOlder(path(of: hash), cutoff) {
        hashes.insert(hash)
      }
    }
    return hashes
  }

  /// Deletes those of `hashes` that are still older than `cutoff`.
  ///
  /// - Returns: how many went.
  func prune(_ hashes: Set<String>, before cutoff: Timestamp) -> Int {
    hashes.count { remove($0, before: cutoff) }
  }

  /// Whether there is a file at `path` that was changed last before `cutoff`.
  static func isOlder(_ path: String, _ cutoff: Timestamp) -> Bool {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return false }
    return Int64(facts.st_mtim.tv_sec) * 1000 < cutoff.milliseconds
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}
