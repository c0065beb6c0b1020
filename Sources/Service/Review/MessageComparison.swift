import Dialogue
import Journal

/// Runs messages through two versions of a bot, each as if it were the only one.
///
/// A message meets what it met: the question that was open, or the customer's first time; every other one comes from a
/// customer who wrote before and is at no question. What was remembered then is not known any more, so both versions
/// do without.
struct MessageComparison {
  private(set) var same = 0
  private(set) var differences: [PlanReport.Difference] = []
  /// Of the messages that are the same.
  private(set) var rewordings: [PlanReport.Rewording] = []

  private struct Move: Hashable {
    var from: String
    var to: String
  }

  /// - Parameter messages: newest first.
  init(_ messages: [HeardMessage], from old: Bot, to new: Bot) {
    var moves: [Move: Int] = [:]
    var reworded: [String: Int] = [:]
    for message in messages {
      let (before, after) = (Self.turn(message, old), Self.turn(message, new))
      let move = Move(from: before.reason.inWords, to: after.reason.inWords)
      if move.from != move.to {
        if let position = moves[move] {
          differences[position].count += 1
        } else {
          moves[move] = differences.count
          differences.append(
            PlanReport.Difference(from: move.from, to: move.to, count: 1, example: message.text))
        }
        continue
      }
      same += 1
      guard before.outcome != after.outcome else { continue }
      let way = before.reason.way
      if let position = reworded[way] {
        rewordings[position].count += 1
      } else {
        reworded[way] = rewordings.count
        rewordings.append(
          PlanReport.Rewording(
            winner: way, count: 1, example: message.text, before: before.outcome.map(\.inWords),
            after: after.outcome.map(\.inWords)))
      }
    }
    differences = Self.sorted(differences, by: \.count)
    rewordings = Self.sorted(rewordings, by: \.count)
  }

  /// The largest first, and of equal ones the one found first.
  private static func sorted<Group>(_ groups: [Group], by count: (Group) -> Int) -> [Group] {
    groups.enumerated().sorted { (-count($0.element), $0.offset) < (-count($1.element), $1.offset) }
      .map(\.element)
  }

  private static func turn(_ message: HeardMessage, _ bot: Bot) -> Turn {
    let before = message.receivedAt - .seconds(60)
    var conversation = Conversation()
    if !message.isFirst {
      conversation = Conversation(startedAt: before, lastInboundAt: before, misses: message.misses)
    }
    if let question = message.question {
      conversation.open = OpenQuestion(
        place: question.place, signature: "", serial: 1, closesAt: message.receivedAt + .seconds(60),
        tries: question.tries)
      conversation.open?.isHeld = question.isHeld
    }
    // The event's own id: what is random comes out for both as it did then.
    return advance(
      conversation, contact: Contact(number: ""), event: Event(.message(text: message.text), id: message.id),
      bot: bot, now: message.receivedAt)
  }
}

extension Turn {
  /// What the customer and services get of it.
  fileprivate var outcome: [Outcome] {
    effects.compactMap {
      switch $0 {
      case .send(let content, _): .said(content)
      case .call(let request): .called(request)
      case .optOut, .problem: nil
      }
    }
  }

  fileprivate enum Outcome: Equatable {
    case said(Content)
    case called(CallRequest)

    var inWords: String {
      switch self {
      case .said(let content): content.line
      case .called(let request): "calls \(request.method) \(request.url)"
      }
    }
  }
}

extension Content {
  /// Its words, as a person reads them.
  fileprivate var line: String {
    switch self {
    case .text(let text): text
    case .media(let media):
      "[\(media.kind.rawValue) \(media.fileName)]" + (media.caption.map { " \($0)" } ?? "")
    case .template(let template): template.line
    }
  }
}

extension Reason {
  /// What won, with the scenarios on the way to it and behind it.
  fileprivate var way: String {
    switch winner {
    case .scenario: path.isEmpty ? inWords : path.joined(separator: " → ")
    case .fallback: (path + [inWords]).joined(separator: " → ")
    default: inWords
    }
  }

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
