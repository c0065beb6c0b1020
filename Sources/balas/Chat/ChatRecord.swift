import Dialogue
import Foundation
import Rehearsal
import ScenarioFile

/// A chat as a transcript: what was done, without what the bot said.
struct ChatRecord {
  private let startedAt: String
  private let firstNumber: String
  private var lines: [String] = []
  /// What services answered, in order.
  private var answers: [(call: String, outcome: String)] = []
  /// The calls that wait, by customer.
  private var waiting: [String: CallRequest] = [:]

  init(startedAt: String, number: String) {
    self.startedAt = startedAt
    firstNumber = number
  }

  var isEmpty: Bool { lines.isEmpty }
  var isWaiting: Bool { !waiting.isEmpty }

  /// Takes the ends of calls from what happened.
  mutating func note(_ happenings: [Happening]) {
    for happening in happenings {
      switch happening.kind {
      case .called(let request, _): waiting[happening.number] = request
      case .turn(.callEnded(let serial, let outcome), _):
        guard let request = waiting[happening.number], request.serial == serial else { continue }
        waiting[happening.number] = nil
        answers.append(("\(request.method) \(request.url)", Self.written(outcome)))
      default: break
      }
    }
  }

  /// - Parameters:
  ///   - happenings: what came of it.
  ///   - number: the customer who is spoken as.
  mutating func add(_ action: TalkLine.Action, _ happenings: [Happening], number: String) {
    note(happenings)
    switch action {
    case .user(let text): lines += ["user: \(text ?? "[media]")", Self.listen]
    case .agent(let text): lines.append("agent: \(text)")
    case .customer(let other): lines.append("as: \(other)")
    case .wait(let time): lines += ["wait: \(Self.written(time))", Self.listen]
    case .at(let time): lines += ["at: \(time)", Self.listen]
    case .bot, .silent, .restart, .reload, .again, .status, .expect: break
    }
    let others = Set(happenings.filter { if case .said = $0.kind { true } else { false } }.map(\.number))
      .subtracting([number])
    guard !others.isEmpty else { return }
    for other in others.sorted() { lines += ["as: \(other)", Self.listen] }
    lines.append("as: \(number)")
  }

  private static func written(_ outcome: CallOutcome) -> String {
    switch outcome {
    case .answered(let json): json.isEmpty ? "200" : json
    case .failed(let status): status
    }
  }

  /// Where a line of the bot stands, as far as it says anything.
  private static let listen = "bot:  (silent)"

  /// The test as it stands in a file, its name `indentation` spaces deep.
  func written(as name: String, indentation: Int) -> String {
    let indent = String(repeating: " ", count: indentation)
    var text = ["\(Self.key(name)):", "  at: \(startedAt)"]
    if !answers.isEmpty {
      text.append("  calls:")
      let calls = answers.map(\.call).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      for call in calls {
        let outcomes = answers.filter { $0.call == call }.map(\.outcome)
        text.append(
          "    \(call): " + (outcomes.count == 1 ? outcomes[0] : "[\(outcomes.joined(separator: ", "))]"))
      }
    }
    text.append("  talk: |")
    if firstNumber != Talk.usualNumber { text.append("    as: \(firstNumber)") }
    text += lines.map { "    " + $0 }
    return text.map { indent + $0 + "\n" }.joined()
  }

  /// A name as a key of YAML, in quotes unless it is plain words.
  private static func key(_ name: String) -> String {
    let isPlain =
      name.first?.isLetter ?? false
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " -_".contains($0)) }
    return isPlain ? name : "'" + name.replacing("'", with: "''") + "'"
  }

  /// `2h30m`
  private static func written(_ time: Duration) -> String {
    var rest = time.wholeMilliseconds
    var text = ""
    for (unit, size) in [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)]
      as [(String, Int64)]
    where rest >= size {
      text += "\(rest / size)\(unit)"
      rest %= size
    }
    return text
  }
}
