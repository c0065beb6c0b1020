import Foundation

/// Watches a bot's folder for saved files.
struct BotWatch {
  let folder: String
  /// How often the folder is looked at.
  var interval: Duration = .milliseconds(300)

  /// What tells one state of the folder from another.
  struct Signature: Equatable {
    private var files: [String: FileState] = [:]

    private struct FileState: Equatable {
      var modified: Date?
      var size: Int?
    }

    init(of folder: String) {
      let keys: [URLResourceKey] = [.contentModificationDateKey, .fileSizeKey, .isRegularFileKey]
      let files = FileManager.default.enumerator(
        at: URL(fileURLWithPath: folder), includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
      while let file = files?.nextObject() as? URL {
        let values = try? file.resourceValues(forKeys: Set(keys))
        guard values?.isRegularFile == true else { continue }
        self.files[file.path] = FileState(modified: values?.contentModificationDate, size: values?.fileSize)
      }
    }
  }

  /// Calls `saved` after each change, once the folder is still, until it is cancelled.
  func run(saved: () async -> Void) async {
    var known = Signature(of: folder)
    var seen = known
    while (try? await Task.sleep(for: interval)) != nil {
      let now = Signature(of: folder)
      // An editor may write in several steps: what changed since the last look is not finished.
      if now != known, now == seen {
        known = now
        await saved()
      }
      seen = now
    }
  }
}
