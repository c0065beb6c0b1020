import Dialogue
import Service

/// How a message was read and what it could start, in lines, as `explain`, `chat` and `why` print it.
enum ReadingLines {
  /// The words as they were compared, and each that was respelled.
  static func words(_ words: [String], _ respelled: [Respelled], _ style: TerminalStyle) -> [String] {
    ["words    " + (words.isEmpty ? style.dim("(none)") : words.joined(separator: " · "))]
      + respelled.map {
        "spelled  \($0.original) → \($0.word)" + style.dim($0.by.map { " (\($0.rawValue))" } ?? "")
      }
  }

  /// What the message is at the open question; nothing where none is open.
  static func answer(_ answer: QuestionReading?) -> [String] {
    guard let answer else { return [] }
    guard let value = answer.value else {
      return [MessageLine.labelled("answer   ", "none to \(answer.place): it expects \(answer.expected)")]
    }
    let option = answer.option.map { "option \($0), " } ?? ""
    let slots = (answer.slots ?? [:]).sorted { $0.key < $1.key }.map { ", \($0.key) \"\($0.value)\"" }
    return [
      MessageLine.labelled(
        "answer   ",
        "\(option)\"\(value)\"\(slots.joined()) to \(answer.place), "
          + "which expects \(answer.expected)")
    ]
  }

  /// The stage that decided; nothing where none was decided about.
  static func stage(_ stage: MessageStage?) -> [String] { stage.map { ["stage    \($0.line)"] } ?? [] }

  static func winner(_ winner: MessageReading.Candidate, _ style: TerminalStyle) -> String {
    let word = winner.word.map { ", word \($0)" } ?? ""
    return "winner   \(style.bold(winner.scenario))  \(described(winner))\(word)  \(style.dim(winner.place))"
  }

  /// Those that did not win, under a title; nothing where there are none.
  static func list(_ title: String, _ candidates: [MessageReading.Candidate], _ style: TerminalStyle)
    -> [String]
  {
    candidates.isEmpty
      ? []
      : ["", title]
        + candidates.map {
          "  \($0.scenario)  \(described($0)) \($0.lacked ?? "")  \(style.dim($0.place))"
        }
  }

  private static func described(_ candidate: MessageReading.Candidate) -> String {
    "\(candidate.kind.rawValue) \"\(candidate.phrase)\""
  }
}
