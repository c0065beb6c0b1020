import Dialogue

/// Where a bot's files come from: a folder, or a version stored earlier.
protocol BotSource {
  /// The bytes of a YAML file, by its path relative to the bot's folder.
  func read(_ path: String) throws(FileProblem) -> [UInt8]

  /// The YAML files that fit a pattern with wildcards, sorted; never `bot.yaml` or a test file.
  func files(matching pattern: PathPattern) -> [String]

  /// Proves that a file can be sent as `kind`.
  func media(_ path: String, as kind: MediaKind) throws(MediaProblem) -> BotVersion.MediaFile
}

/// Why a file of a bot cannot be read.
enum FileProblem: Error, Equatable {
  /// There is no such file; `near` is one with a similar name, `there` are some of the same type.
  case missing(near: String?, there: [String] = [])
  /// The path leaves the bot's folder.
  case outside
  case notAFile
  case tooBig(bytes: Int)
  case unreadable(reason: String)
}

/// Why a file cannot be sent as a medium.
enum MediaProblem: Error, Equatable {
  case file(FileProblem)
  /// The extension is none of those of the kind.
  case wrongType
  /// The first bytes are not those of the extension; `looksLike` is what they are.
  case wrongContent(looksLike: String?)
  case empty
  case tooBig(bytes: Int, limit: Int)
}
