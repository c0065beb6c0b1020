extension Vocabulary {
  static let testFile = Place("a test file such as `bot.test.yaml`", ["tests"])
  static let test = Place("a test", ["at", "language", "start", "calls", "talk"])
  static let testStart = Place("`start` of a test", ["scenario", "vars"])

  /// The words of test files.
  static let tests = [testFile, test, testStart]
}
