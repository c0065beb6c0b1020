import Dialogue

/// What the inbox keeps of an event beside its columns.
struct EventPayload: Codable {
  enum Kind: String {
    case message, timer, undelivered, agent, release, pause
    /// A call has ended.
    case call
  }

  struct CallEnd: Codable {
    var serial: Int
    var outcome: CallOutcome
  }

  var text: String?
  var outboxID: Int64?
  var reason: String?
  var note: SendNote?
  var timer: TimerKind?
  var call: CallEnd?

  func json() throws -> String {
    if let text, outboxID == nil, timer == nil, call == nil, let json = JSONText.plain("text", text) {
      return json
    }
    return try JSONText.write(self)
  }

  /// - Parameter place: where the JSON stands, for the sentence that says it cannot be read.
  static func read(_ json: String, at place: String) throws -> EventPayload {
    if let text = JSONText.readPlain("text", json) { return EventPayload(text: text) }
    return try JSONText.read(EventPayload.self, json, at: place)
  }

  /// The event this was stored for.
  ///
  /// - Returns: nil if a part is missing.
  func event(_ kind: Kind, id: Int64) -> Event? {
    switch kind {
    case .message: Event(.message(text: text), id: id)
    case .undelivered: Event(.undelivered(outboxID: outboxID ?? 0, reason: reason ?? "", note: note), id: id)
    case .call: call.map { Event(.callEnded(serial: $0.serial, $0.outcome), id: id) }
    case .timer: timer.map { Event(.timer($0), id: id) }
    case .agent: Event(.agent, id: id)
    case .release: Event(.release, id: id)
    case .pause: Event(.pause, id: id)
    }
  }
}
