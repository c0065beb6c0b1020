import Dialogue
import ScenarioFile
import StrictYAML

/// A bot with its tests.
package struct BotSuite: Sendable {
  package let bot: RehearsedBot
  package private(set) var files: [TestFiles.File]
  /// The mistakes in the test files, also those that only show beside the bot.
  package private(set) var diagnostics: [Diagnostic]
  /// The text of each test file.
  package let sources: [String: String]
  /// The bots that `reload` brings, by their folder.
  private var variants: [String: RehearsedBot] = [:]

  /// Takes the tests of a bot that was compiled in the folder `path`.
  ///
  /// - Parameter tests: the test files; nil for those in the folder.
  package init(_ bot: Bot, version: BotVersion?, folder path: String, tests: TestFiles? = nil) {
    self.bot = RehearsedBot(bot, version: version)
    let tests = tests ?? TestFiles(folder: path)
    files = tests.files
    sources = tests.sources
    diagnostics = tests.diagnostics
    for index in files.indices {
      let wrong = files[index].transcripts.map { mistakes(in: $0, folder: path) }
      guard wrong.contains(where: { !$0.isEmpty }) else { continue }
      diagnostics += wrong.joined()
      files[index].isWhole = false
      files[index].transcripts = zip(files[index].transcripts, wrong).filter { $1.isEmpty }.map { $0.0 }
    }
    diagnostics = diagnostics.sortedByPlace()
  }

  package var transcripts: [Transcript] { files.flatMap(\.transcripts) }

  /// Runs `transcripts`, many at once.
  ///
  /// - Returns: one for each, in their order.
  package func run(_ transcripts: [Transcript]) async -> [TranscriptResult] {
    await withTaskGroup(of: (Int, TranscriptResult).self) { group in
      for (index, transcript) in transcripts.enumerated() {
        group.addTask { (index, run(transcript)) }
      }
      var results: [(Int, TranscriptResult)] = []
      for await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  package func run(_ transcript: Transcript) -> TranscriptResult {
    var run = TranscriptRun(transcript, with: bot, variants: variants)
    return run.run()
  }

  /// What of a test does not go with the bot.
  private mutating func mistakes(in transcript: Transcript, folder path: String) -> [Diagnostic] {
    let findings = Findings()
    let languages = bot.bot.options.languages
    if let language = transcript.language, !languages.contains(language.text) {
      findings.error(
        TranscriptRule.unknownLanguage, "the bot does not speak `\(language.text)`", at: language.span,
        hint: "It speaks \(languages.map { "`\($0)`" }.joined(separator: ", ")).")
    }
    if let scenario = transcript.start?.scenario, bot.bot.scenario(named: scenario.text) == nil {
      findings.error(
        TranscriptRule.unknownStart, "there is no scenario `\(scenario.text)`", at: scenario.span,
        hint: Nearest.hint(scenario.text, among: bot.bot.scenarios.map(\.name)))
    }
    for line in transcript.lines {
      if case .reload(let layer) = line.action, variants[layer] == nil {
        readVariant(layer, at: line.span, folder: path, findings)
      }
    }
    return findings.diagnostics
  }

  private mutating func readVariant(
    _ layer: String, at span: Span, folder path: String, _ findings: Findings
  ) {
    guard let compilation = Compilation.folder(path, under: layer) else {
      findings.error(
        TranscriptRule.lineValue, "there is no folder `\(layer)` in the bot's", at: span,
        hint: "Its files are laid over the bot's, and the bot is read again.")
      return
    }
    guard let bot = compilation.bot else {
      let mistake = compilation.diagnostics.first { $0.severity == .error }
      findings.error(
        TranscriptRule.lineValue, "with `\(layer)` laid over it the bot has mistakes", at: span,
        hint: mistake.map { "The first: \($0.span.file):\($0.span.line): \($0.message)." })
      return
    }
    variants[layer] = RehearsedBot(
      bot, version: compilation.version, foreignFiles: compilation.layeredFiles)
  }
}
