/// Advice for a path that leads to no file.
enum FileHint {
  /// Names the files there are, or says where paths begin.
  static func there(_ files: [String]) -> String {
    guard !files.isEmpty else { return "A path begins in the folder of `bot.yaml`." }
    return "There is \(files.map { "`\($0)`" }.joined(separator: ", "))."
  }
}
