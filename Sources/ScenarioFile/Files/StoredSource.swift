import Dialogue

/// The files of a version that was stored earlier; its media were proved then.
struct StoredSource: BotSource {
  let version: BotVersion

  func read(_ path: String) throws(FileProblem) -> [UInt8] {
    guard let normal = RelativePath.normal(path) else { throw .outside }
    guard let text = version.files[normal] else { throw .missing(near: nil) }
    return Array(text.utf8)
  }

  func files(matching pattern: PathPattern) -> [String] {
    version.files.keys.filter { BotFileName.isIncludable($0) && pattern.fits($0) }.sorted()
  }

  func media(_ path: String, as kind: MediaKind) throws(MediaProblem) -> BotVersion.MediaFile {
    guard let normal = RelativePath.normal(path) else { throw .file(.outside) }
    guard let file = version.media[normal] else { throw .file(.missing(near: nil)) }
    return file
  }
}

/// The names that mean something in a bot's folder.
enum BotFileName {
  static let main = "bot.yaml"

  /// Whether a wildcard of `include` may find the file: YAML, but neither `bot.yaml` nor a test.
  static func isIncludable(_ path: String) -> Bool {
    path != main && !isTest(path)
  }

  static func isTest(_ path: String) -> Bool { path.hasSuffix(".test.yaml") || path.hasSuffix(".test.yml") }
}
