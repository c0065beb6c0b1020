import Dialogue
import Journal

/// One conversation, for `balas session list`; holds nothing that was said.
package struct SessionItem: Codable, Sendable {
  package var channel: String
  package var number: String
  package var name: String?
  /// False where the journal's row makes no sense: then the parts below are not known.
  package var isReadable: Bool
  package var startedAt: Timestamp?
  /// When the customer wrote last.
  package var lastInboundAt: Timestamp?
  /// When a person wrote last.
  package var lastAgentAt: Timestamp?
  /// The question that waits for an answer.
  package var question: StepPlace?
  package var questionClosesAt: Timestamp?
  /// Nil while the bot has the conversation; without a scenario, an operator paused the bot.
  package var panel: OpenPanel?
  /// The call whose answer is awaited.
  package var call: StepPlace?
  /// Events that were not run yet.
  package var waitingEvents: Int

  init(_ row: SessionRow) {
    channel = row.channel.name
    number = row.contact.number
    name = row.contact.name
    isReadable = row.conversation != nil
    startedAt = row.conversation?.startedAt
    lastInboundAt = row.lastInboundAt
    lastAgentAt = row.lastAgentAt
    question = row.conversation?.open?.place
    questionClosesAt = row.conversation?.open?.closesAt
    panel = row.conversation?.panel
    call = row.conversation?.call?.place
    waitingEvents = row.waitingEvents
  }
}

/// One conversation in full, for `balas session show`.
package struct SessionDetail: Codable, Sendable {
  /// Something that happened in it.
  package struct Entry: Codable, Sendable {
    package enum Author: String, Codable, Sendable {
      case customer, bot, agent, broadcast
      /// A timer, an operator's decision, a message that did not arrive.
      case event
    }

    /// Of a message to the customer, the id that `balas outbox show` takes.
    package var id: Int64
    package var at: Timestamp
    package var author: Author
    /// Nil for a message without text; of an event, what it was.
    package var text: String?
    package var media: Content.Media?
    package var template: MessageTemplate?
    package var state: String
    package var why: String?
  }

  package var session: SessionItem
  package var vars: [String: String]
  package var contactVars: [String: String]
  /// Defaults said in a row.
  package var misses: Int
  /// What comes back when the scenario under way is over, innermost last.
  package var returns: [String]
  package var isOptedOut: Bool
  package var unreachableAt: Timestamp?
  /// When time will have something to do, by kind.
  package var timers: [String: Timestamp]
  /// Oldest first.
  package var history: [Entry]
  /// Messages that are not at an end, in the order in which they will leave.
  package var waiting: [OutboxItem]

  init(_ record: SessionRecord, now: Timestamp) {
    let row = record.session
    session = SessionItem(row)
    vars = row.conversation?.vars ?? [:]
    contactVars = row.contact.vars
    misses = row.conversation?.misses ?? 0
    returns = row.conversation?.returns.map(\.inWords) ?? []
    isOptedOut = row.isOptedOut
    unreachableAt = row.unreachableAt
    timers = Dictionary(uniqueKeysWithValues: record.timers.map { ($0.key.rawValue, $0.value) })
    history = record.history.map(Entry.init)
    waiting = record.waiting.map { OutboxItem($0, now: now) }
  }
}

extension SessionDetail.Entry {
  init(_ entry: HistoryEntry) {
    (id, at, state, why) = (entry.id, entry.at, entry.state, entry.why)
    switch entry.what {
    case .heard(let text): (author, self.text) = (.customer, text)
    case .event(let words): (author, text) = (.event, words)
    case .said(let content, let lane):
      author = Author(lane)
      switch content {
      case .text(let text): self.text = text
      case .media(let media): self.media = media
      case .template(let template): self.template = template
      }
    }
  }
}

extension SessionDetail.Entry.Author {
  fileprivate init(_ lane: Lane) {
    switch lane {
    case .reply: self = .bot
    case .agent: self = .agent
    case .broadcast: self = .broadcast
    }
  }
}

extension Return {
  fileprivate var inWords: String {
    switch self {
    case .visit(let place): "\(place)"
    case .question(let question): "question \(question.place)"
    case .message: "a message of the customer"
    case .sessionEnd: "the end of the session"
    }
  }
}
