extension Vocabulary {
  static let testStart = Place(
    "`start` of a test",
    [
      Word("scenario", .text, "The scenario that the customer is put into."),
      Word("vars", .named(.text), "What is remembered of the customer when the test begins."),
    ])

  static let test = Place(
    "a test",
    [
      Word("at", .text, "When the test begins, as `2026-08-14 09:00`; else on a Monday at nine."),
      Word("language", .text, "The customer's language, as `en`."),
      Word("start", .place(testStart), "Begins in the middle: the customer is not new."),
      Word(
        "calls", .named(.json),
        "What each address answers: a body, `timeout`, `unreachable`, a status such as `503`, or a list of these."
      ),
      .needed(
        "talk", .text,
        "The talk, a line for each message: `user: Halo`, `bot: Halo Kak!`; `...` stands for any text."),
    ])

  static let testFile = Place(
    "a test file such as `bot.test.yaml`",
    [.needed("tests", .named(.place(test)), "Talks that `balas test` plays, by their names.")])

  /// The words of test files.
  static let tests = [testFile, test, testStart]
}
