import Dialogue
import StrictYAML

/// Finds phrases and patterns that customers write for each other and that start different scenarios, as `brp harga`
/// and `berapa harga`: which of the two answers is a matter of how somebody types.
///
/// Typos do not count: a word of the bot is never mended, and `bayar` is no slip for `bayam`.
struct SpelledAlike {
  private struct Owner {
    var scenario: String
    var start: Start
  }

  /// A pattern with more ways than this is not written out.
  private static let wayLimit = 32

  private let bot: Bot
  private let findings: Findings
  private var owners: [[String]: Owner] = [:]
  private var ways: [(words: [String], owner: Owner)] = []
  private let hasPatterns: Bool

  init(_ bot: Bot, _ findings: Findings) {
    self.bot = bot
    self.findings = findings
    hasPatterns = bot.scenarios.contains { $0.starts.contains { $0.pattern != nil } }
    for scenario in bot.scenarios {
      for start in scenario.starts {
        let owner = Owner(scenario: scenario.name, start: start)
        for words in Self.messages(of: start) {
          if start.pattern == nil {
            if owners.updateValue(owner, forKey: words) == nil { ways.append((words, owner)) }
          } else {
            ways.append((words, owner))
          }
        }
      }
    }
  }

  /// What a customer may write to start it, as words.
  private static func messages(of start: Start) -> [[String]] {
    guard let pattern = start.pattern else {
      return (start.variants.isEmpty ? [start.phrase] : start.variants).map(PlainText.words)
    }
    return (pattern.samples(upTo: wayLimit) ?? []).filter { !$0.contains("\n") }.map(PlainText.words)
  }

  func report() {
    guard bot.options.spelling else { return }
    var told: Set<Start> = []
    for (words, owner) in ways {
      let meant = bot.matcher.speller.meanings(of: words)
      guard !meant.isEmpty, !told.contains(owner.start) else { continue }
      for full in meant {
        guard let other = self.owner(of: full), other.scenario != owner.scenario,
          owner.start.pattern == nil || self.owner(of: words)?.start == owner.start
        else { continue }
        if owner.start.pattern != nil { told.insert(owner.start) }
        report(words, owner, meaning: full, other)
        break
      }
    }
  }

  /// Whose phrase or pattern a message is from its first word to its last.
  private func owner(of words: [String]) -> Owner? {
    if let owner = owners[words] { return owner }
    guard hasPatterns, let match = bot.matcher.winner(words.joined(separator: " ")), match.isWhole,
      let start = bot.scenario(named: match.scenario)?.starts.first(where: {
        $0.kind == match.kind && $0.phrase == match.phrase
      })
    else { return nil }
    return Owner(scenario: match.scenario, start: start)
  }

  private func report(_ words: [String], _ owner: Owner, meaning full: [String], _ other: Owner) {
    let (short, long) = (words.joined(separator: " "), full.joined(separator: " "))
    findings.warning(
      ScenarioRule.phraseConflict,
      "`\(short)` is how customers write `\(long)`: the one reaches `\(owner.scenario)`, the other "
        + "`\(other.scenario)`", at: Span(owner.start.position),
      hint: "Keep it in one of the two; balas reads chat spelling and endings by itself.",
      notes: [Diagnostic.Note("`\(long)` starts `\(other.scenario)` here", at: Span(other.start.position))])
  }
}
