import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML

/// Tests bots, several at once.
struct BotTesting {
  /// Only the tests whose name holds this.
  var filter: String?
  /// Whether failing tests are rewritten to what the bot says.
  var updates = false

  /// What came of testing one bot.
  struct Outcome: Sendable {
    var folder: BotFolder
    /// Why nothing, or not all, could be tested; one sentence.
    var obstacle: String?
    /// Mistakes in the bot or its tests.
    var diagnostics: [Diagnostic] = []
    /// The text of each file, by the name diagnostics use.
    var sources: [String: String] = [:]
    var bot: Bot?
    /// Whether the bot has no tests.
    var isUntested = false
    var results: [TranscriptResult] = []
    /// The tests that were left out by name.
    var leftOut = 0
    /// What was rewritten, by the file's name.
    var changes: [(file: String, TestFileUpdate.Change)] = []
  }

  /// What came of each folder, in their order.
  func run(_ folders: [BotFolder]) async -> [Outcome] {
    await withTaskGroup(of: (Int, Outcome).self) { group in
      for (index, folder) in folders.enumerated() {
        group.addTask { (index, await test(folder)) }
      }
      var outcomes: [(Int, Outcome)] = []
      for await outcome in group { outcomes.append(outcome) }
      return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func test(_ folder: BotFolder) async -> Outcome {
    var outcome = Outcome(folder: folder)
    if let obstacle = folder.obstacle {
      outcome.obstacle = obstacle
      return outcome
    }
    let compilation = folder.compile()
    guard let bot = compilation.bot else {
      outcome.obstacle = "\(folder.path) cannot be tested until these mistakes are mended"
      outcome.diagnostics = compilation.diagnostics
      outcome.sources = compilation.sources
      return outcome
    }
    outcome.bot = bot
    var suite = BotSuite(bot, version: compilation.version, folder: folder.path)
    outcome.results = await suite.run(suite.transcripts.filter(isWanted))
    if updates, outcome.results.contains(where: { !$0.isPassed }) {
      rewrite(suite, &outcome)
      suite = BotSuite(bot, version: compilation.version, folder: folder.path)
      outcome.results = await suite.run(suite.transcripts.filter(isWanted))
    }
    outcome.leftOut = suite.transcripts.count - outcome.results.count
    outcome.diagnostics = suite.diagnostics.map(folder.placed)
    for (file, text) in suite.sources { outcome.sources[folder.placed(file)] = text }
    if suite.files.isEmpty {
      outcome.isUntested = true
    } else if let file = suite.files.first(where: { !$0.isWhole }) {
      outcome.obstacle = "not all of \(folder.placed(file.path)) could be run; mend these mistakes first"
    }
    return outcome
  }

  private func isWanted(_ transcript: Transcript) -> Bool {
    filter.map { transcript.name.localizedCaseInsensitiveContains($0) } ?? true
  }

  private func rewrite(_ suite: BotSuite, _ outcome: inout Outcome) {
    let byFile = Dictionary(grouping: outcome.results.filter { !$0.isPassed }) { $0.transcript.span.file }
    for (file, results) in byFile.sorted(by: { $0.key < $1.key }) {
      guard let source = suite.sources[file] else { continue }
      let update = TestFileUpdate(source, results)
      guard !update.changes.isEmpty else { continue }
      let path = (outcome.folder.path as NSString).appendingPathComponent(file)
      do {
        try TextFile.rewrite(path, update.text)
      } catch {
        outcome.obstacle =
          "\(outcome.folder.placed(file)) could not be written: \(error.localizedDescription)"
        continue
      }
      outcome.changes += update.changes.map { (outcome.folder.placed(file), $0) }
    }
  }
}
