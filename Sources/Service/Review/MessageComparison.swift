import Dialogue
import Journal

/// Runs messages through two versions of a bot, each as if it were the only one.
///
/// A message that had to do with an open question meets that question again, every other one a customer who wrote
/// before and is at no question.
struct MessageComparison {
  private(set) var same = 0
  private(set) var differences: [PlanReport.Difference] = []

  private struct Move: Hashable {
    var from: String
    var to: String
  }

  /// - Parameter messages: newest first.
  init(_ messages: [HeardMessage], from old: Bot, to new: Bot) {
    var positions: [Move: Int] = [:]
    for message in messages {
      let move = Move(from: Self.winner(message, old), to: Self.winner(message, new))
      if move.from == move.to {
        same += 1
      } else if let position = positions[move] {
        differences[position].count += 1
      } else {
        positions[move] = differences.count
        differences.append(
          PlanReport.Difference(from: move.from, to: move.to, count: 1, example: message.text))
      }
    }
    let order = differences.indices.sorted { (-differences[$0].count, $0) < (-differences[$1].count, $1) }
    differences = order.map { differences[$0] }
  }

  private static func winner(_ message: HeardMessage, _ bot: Bot) -> String {
    let before = message.receivedAt - .seconds(60)
    var conversation = Conversation(startedAt: before, lastInboundAt: before)
    if case .question(let place) = message.won {
      conversation.open = OpenQuestion(
        place: place, signature: "", serial: 1, closesAt: message.receivedAt + .seconds(60))
    }
    let turn = advance(
      conversation, contact: Contact(number: ""), event: Event(.message(text: message.text), id: 1), bot: bot,
      now: message.receivedAt)
    return turn.reason.inWords
  }
}

extension Reason {
  /// What won, for people; of an answer, also where it leads.
  fileprivate var inWords: String {
    switch winner {
    case .scenario(let name): name
    case .fallback, .mediaFallback: "default"
    case .closed: "closed"
    case .answer(let place): (["answer to \(place)"] + path).joined(separator: " → ")
    case .retry(let place): "no answer to \(place)"
    case .gone(let place): "\(place) is gone"
    case .silent(let why): "silent: \(why)"
    case .timer, .callEnded, .notSent, .released: "no message"
    }
  }
}
