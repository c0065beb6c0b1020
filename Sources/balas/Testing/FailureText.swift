import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML

/// The failures of a test as a person reads them.
struct FailureText {
  let folder: BotFolder
  let bot: Bot?
  let sources: [String: String]
  let style: TerminalStyle

  /// More differences of one talk than this tell nothing new.
  private static let shown = 3

  func blocks(_ result: TranscriptResult) -> [String] {
    var blocks = result.failures.prefix(Self.shown).map { block($0, result.transcript.name) }
    if result.failures.count > Self.shown {
      let more = result.failures.count - Self.shown
      blocks[blocks.count - 1] += style.dim("  … and \(more) more in this test") + "\n"
    }
    return blocks
  }

  private func block(_ failure: TalkFailure, _ name: String) -> String {
    let span = failure.span
    var lines = ["\(folder.placed(span.file)):\(span.line)  \(style.red("failed"))  \(style.bold(name))"]
    if let source = sources[folder.placed(span.file)].map({ SourceText($0) }),
      let line = source.line(span.line)
    {
      lines.append("  \(span.line) | " + String(String.UnicodeScalarView(line)).drop { $0 == " " })
    }
    lines += labelled(failure.kind)
    lines += because(failure.causes).map { MessageLine.labelled("  because   ", style.dim($0)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func labelled(_ kind: TalkFailure.Kind) -> [String] {
    let (expected, got) = Self.expectedAndGot(kind)
    guard let expected else { return [MessageLine.labelled("  ", got)] }
    var lines = [MessageLine.labelled("  expected  ", Self.tidy(expected))]
    lines.append(MessageLine.labelled("  got       ", Self.tidy(got)))
    if case .differs = kind, let caret = Self.caret(Self.tidy(expected), Self.tidy(got)) {
      lines.append("            " + style.red(caret))
    }
    return lines
  }

  /// Nil for what nothing was expected of.
  static func expectedAndGot(_ kind: TalkFailure.Kind) -> (String?, String) {
    switch kind {
    case .differs(let expected, let got): (expected, got)
    case .missing(let expected): (expected, "(silent)")
    case .unlisted(let got): ("(nothing more)", got)
    case .expectation(let expected, let got): (expected, got)
    case .obstacle(let sentence): (nil, sentence)
    }
  }

  /// Further lines of a text without what indents them in the file.
  private static func tidy(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }

  /// Points at the first difference of two texts of one line each.
  private static func caret(_ expected: String, _ got: String) -> String? {
    guard !expected.contains("\n"), !got.contains("\n") else { return nil }
    let same = got.commonPrefix(with: expected, options: .literal)
    guard same.count < got.count, !same.isEmpty else { return nil }
    return String(repeating: " ", count: DisplayWidth.of(same)) + "^"
  }

  /// What happened, in the words that `explain` and `chat` use.
  func because(_ causes: [Happening]) -> [String] {
    causes.flatMap { happening -> [String] in
      switch happening.kind {
      case .turn(let event, let turn): [told(event, turn)] + problems(turn)
      case .held(let content, _): ["waits until the customer writes: \(MessageLine.text(content))"]
      case .lost(let content, let why): ["not sent, because \(why): \(MessageLine.text(content))"]
      case .repeated: ["the same message came again, and was left alone"]
      case .nothing(let next): [nothing(until: happening.at, next)]
      case .broke(let sentence): [sentence]
      case .said, .called, .agentSaid: []
      }
    }
  }

  private func told(_ event: Event.Kind, _ turn: Turn) -> String {
    let reason = ReasonLine.text(turn.reason)
    let place = turn.reason.match.flatMap(place).map { " (\($0))" } ?? ""
    guard case .message(let text) = event else { return reason + place }
    return "user: \(text ?? "[media]") → \(reason)\(place)"
  }

  private func nothing(until time: Timestamp, _ next: (kind: TimerKind, at: Timestamp)?) -> String {
    func clock(_ time: Timestamp) -> String {
      let civil = CivilTime(time, in: bot?.timezone ?? .gmt)
      return "\(civil.date) \(civil.time)"
    }
    let due = next.map { "timer \($0.kind.rawValue) is due at \(clock($0.at))" } ?? "no timer runs"
    return "nothing happened until \(clock(time)); \(due)"
  }

  private func problems(_ turn: Turn) -> [String] {
    turn.effects.compactMap {
      if case .problem(let problem) = $0 { ReasonLine.text(problem, in: folder) } else { nil }
    }
  }

  /// Where the keyword or pattern stands that won.
  private func place(_ match: Match) -> String? {
    let starts = bot?.scenario(named: match.scenario)?.starts
    return starts?.first { $0.kind == match.kind && $0.phrase == match.phrase }.map {
      folder.place($0.position)
    }
  }
}
