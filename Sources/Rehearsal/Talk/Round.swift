import Dialogue
import ScenarioFile

/// What a customer hears from one moment to the next, beside what the talk lists.
struct Round {
  /// A message with what was run to say it.
  struct Said {
    /// Each way to write it.
    var lines: [String]
    var causes: [Happening]
  }

  /// The line that made things happen; -1 for the beginning.
  var stimulus: Int
  /// The bot's lines.
  var listed: [Int] = []
  var said: [Said] = []
  var happenings: [Happening] = []

  /// How a line of the bot and a message go together.
  enum Pair {
    case same(line: Int)
    case different(line: Int, Said)
    /// Not said.
    case missing(line: Int)
    /// Not listed; `after` is the line before it.
    case unlisted(after: Int, Said)
  }

  mutating func add(_ happening: Happening, _ bot: RehearsedBot) {
    happenings.append(happening)
    if case .said(let content) = happening.kind {
      let turn = happenings.last { if case .turn = $0.kind { true } else { false } }
      said.append(Said(lines: bot.lines(content), causes: turn.map { [$0] } ?? []))
    }
  }

  /// The bot's lines beside what it said, with as few differences as there can be.
  func pairs(_ transcript: Transcript) -> [Pair] {
    let texts = listed.compactMap { index -> (Int, WildcardText)? in
      if case .bot(let text) = transcript.lines[index].action { (index, text) } else { nil }
    }
    // costs[i][j]: differences between the lines from i and the messages from j.
    var costs = Array(repeating: Array(repeating: 0, count: said.count + 1), count: texts.count + 1)
    func fits(_ line: Int, _ message: Int) -> Bool {
      said[message].lines.contains { texts[line].1.fits($0) }
    }
    for line in stride(from: texts.count, through: 0, by: -1) {
      for message in stride(from: said.count, through: 0, by: -1) {
        if line == texts.count || message == said.count {
          costs[line][message] = texts.count - line + said.count - message
          continue
        }
        let beside = costs[line + 1][message + 1] + (fits(line, message) ? 0 : 1)
        costs[line][message] = min(beside, costs[line + 1][message] + 1, costs[line][message + 1] + 1)
      }
    }
    var pairs: [Pair] = []
    var (line, message, last) = (0, 0, stimulus)
    while line < texts.count || message < said.count {
      let cost = costs[line][message]
      if line < texts.count, message < said.count {
        let same = fits(line, message)
        if cost == costs[line + 1][message + 1] + (same ? 0 : 1) {
          last = texts[line].0
          pairs.append(same ? .same(line: last) : .different(line: last, said[message]))
          (line, message) = (line + 1, message + 1)
          continue
        }
      }
      if message < said.count, line == texts.count || cost == costs[line][message + 1] + 1 {
        pairs.append(.unlisted(after: last, said[message]))
        message += 1
      } else {
        last = texts[line].0
        pairs.append(.missing(line: last))
        line += 1
      }
    }
    return pairs
  }
}
