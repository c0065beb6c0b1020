import Dialogue
import Foundation
import StrictYAML

/// What authors say of their scenarios under `examples` and `never`, to be proved.
final class Proofs {
  private struct Claim {
    let message: Node.Scalar
    let scenario: String
    /// False under `never`.
    let wins: Bool
  }

  /// A claim that is so on one of these days is not wrong: a bot that loads today must load tomorrow.
  static let days = ["1901-01-01", "2198-12-31"].compactMap { CivilDate(iso: $0) }.map {
    AnswerContext(now: Timestamp($0, minute: 0, in: .gmt), timezone: .gmt)
  }

  private var claims: [Claim] = []
  private let findings: Findings

  init(_ findings: Findings) { self.findings = findings }

  func read(_ fields: Fields, scenario: String) {
    for (key, wins) in [("examples", true), ("never", false)] {
      claims += (fields.texts(key) ?? []).map { Claim(message: $0, scenario: scenario, wins: wins) }
    }
  }

  /// What the nearest phrase of a scenario lacked, as a sentence; nil where none is near.
  private static func lack(of scenario: String, in explanation: Explanation) -> String? {
    (explanation.runnersUp + explanation.nearMisses).first { $0.scenario == scenario }.flatMap { near in
      near.lacked.map { "The \(near.start.kind.rawValue) `\(near.start.phrase)` of `\(scenario)` \($0)." }
    }
  }

  /// Reports each claim that is not so, with what wins instead, and why.
  func check(_ bot: Bot) {
    for claim in claims {
      let explanation = bot.explain(claim.message.text)
      let winner = explanation.winner
      func isSo(_ winner: Explanation.Candidate?) -> Bool {
        (winner?.scenario == claim.scenario) == claim.wins
      }
      guard !isSo(winner),
        !Self.days.contains(where: { isSo(bot.explain(claim.message.text, in: $0).winner) })
      else { continue }
      guard let winner else {
        findings.error(
          ScenarioRule.example, "this message does not reach `\(claim.scenario)`: it reaches nothing",
          at: claim.message.span,
          hint: Self.lack(of: claim.scenario, in: explanation) ?? "Add a keyword that stands in it.")
        continue
      }
      let start = "`\(winner.start.phrase)`"
      let note = Diagnostic.Note("the winner is written here", at: Span(winner.start.position))
      findings.error(
        ScenarioRule.example,
        claim.wins
          ? "this message reaches `\(winner.scenario)` by \(start), not `\(claim.scenario)`"
          : "this message reaches `\(claim.scenario)`, by \(start)",
        at: claim.message.span,
        hint: claim.wins
          ? Self.lack(of: claim.scenario, in: explanation) ?? "Add a keyword that stands in it."
          : "Make that phrase longer.",
        notes: [note])
    }
  }
}
