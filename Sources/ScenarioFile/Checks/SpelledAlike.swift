import Dialogue
import StrictYAML

/// Finds phrases that customers write for each other and that start different scenarios, as `brp harga` and `berapa
/// harga`: which of the two answers is a matter of how somebody types.
struct SpelledAlike {
  private struct Owner {
    var scenario: String
    var start: Start
  }

  private let bot: Bot
  private let findings: Findings
  private var owners: [[String]: Owner] = [:]
  private var ways: [(words: [String], owner: Owner)] = []

  init(_ bot: Bot, _ findings: Findings) {
    self.bot = bot
    self.findings = findings
    for scenario in bot.scenarios {
      for start in scenario.starts where start.pattern == nil {
        for phrase in start.variants.isEmpty ? [start.phrase] : start.variants {
          let words = PlainText.words(phrase)
          let owner = Owner(scenario: scenario.name, start: start)
          if owners.updateValue(owner, forKey: words) == nil { ways.append((words, owner)) }
        }
      }
    }
  }

  func report() {
    guard bot.options.spelling else { return }
    for (words, owner) in ways {
      let meant = bot.matcher.speller.meanings(of: words)
      guard let other = meant.compactMap({ owners[$0] }).first(where: { $0.scenario != owner.scenario }),
        let full = meant.first(where: { owners[$0]?.scenario == other.scenario })
      else { continue }
      let (short, long) = (words.joined(separator: " "), full.joined(separator: " "))
      findings.warning(
        ScenarioRule.phraseConflict,
        "`\(short)` is how customers write `\(long)`: the one reaches `\(owner.scenario)`, the other "
          + "`\(other.scenario)`", at: Span(owner.start.position),
        hint: "Keep it in one of the two; balas reads chat spelling and endings by itself.",
        notes: [Diagnostic.Note("`\(long)` starts `\(other.scenario)` here", at: Span(other.start.position))])
    }
  }
}
