import Dialogue
import StrictYAML

/// Finds patterns that lose every message they fit: proved by writing such messages and asking who wins.
struct LosingPatterns {
  let bot: Bot
  let findings: Findings

  /// A pattern with more ways than this is tried with some of them only, each of its words among them.
  private static let wayLimit = 64

  func report() {
    for scenario in bot.scenarios {
      for start in scenario.starts {
        guard let pattern = start.pattern, let loss = loss(of: start, pattern, in: scenario.name)
        else { continue }
        let winner = loss.winner
        let starts = bot.scenario(named: winner.scenario)?.starts ?? []
        let position = starts.first { $0.kind == winner.kind && $0.phrase == winner.phrase }?.position
        findings.warning(
          ScenarioRule.patternNeverWins,
          "this pattern never wins: `\(loss.message)` reaches `\(winner.scenario)` by `\(winner.phrase)`, not "
            + "`\(scenario.name)`", at: Span(start.position),
          hint: winner.kind == .pattern && winner.isWhole
            ? "Of two patterns that fit, the upper wins: write the narrower above the wider."
            : "A keyword that is the whole message and an always-word go before a pattern: change one of the two.",
          notes: position.map { [Diagnostic.Note("the winner is written here", at: Span($0))] } ?? [])
      }
    }
  }

  /// A message that the pattern loses, if it loses all.
  private func loss(
    of start: Start, _ pattern: Pattern, in scenario: String
  ) -> (message: String, winner: Match)? {
    let samples = pattern.samples(upTo: Self.wayLimit) ?? pattern.someSamples(Self.wayLimit * 4)
    var first: (String, Match)?
    for message in samples {
      for day in Proofs.days {
        let matches = bot.matcher.matches(bot.matcher.speller.reading(message), in: day)
        // One that does not fit was written badly, or is of another day, and proves nothing.
        let isWritten = matches.contains { $0.scenario == scenario && $0.phrase == start.phrase }
        guard isWritten, let winner = matches.first else { continue }
        guard winner.scenario != scenario else { return nil }
        first = first ?? (message, winner)
      }
    }
    return first.map { (message: $0.0, winner: $0.1) }
  }
}
