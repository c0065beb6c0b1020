import Dialogue
import Rehearsal

extension ChatRoom {
  /// What is remembered of the customer, a line each.
  func state() -> String {
    let snapshot = talk.world.snapshot(of: talk.number)
    let conversation = snapshot.conversation
    var lines = [
      "clock    \(talk.world.clock)", "number   \(snapshot.contact.number)",
      "name     \(snapshot.contact.name ?? "-")",
      "session  " + (conversation.startedAt.map { "since " + clock($0) } ?? "none"),
      "misses   \(conversation.misses)",
    ]
    if let open = conversation.open {
      let tries = open.tries == 0 ? "" : ", \(open.tries) answers that were none"
      lines.append(
        "question \(open.place.scenario)/\(open.place.step), until \(clock(open.closesAt))\(tries)")
    }
    for pending in conversation.returns.reversed() { lines.append("then     \(Self.told(pending))") }
    if let call = snapshot.call { lines.append("call     \(call.method) \(call.url)") }
    if let panel = conversation.panel {
      let who = panel.scenario.map { "panel \($0)" } ?? "a person"
      lines.append(
        "with     \(who), since \(clock(panel.openedAt))\(panel.isAnswered ? "" : ", not answered")")
    }
    for (kind, due) in snapshot.timers.sorted(by: { $0.value < $1.value }) {
      lines.append("timer    \(kind.rawValue) at \(clock(due))")
    }
    let vars =
      conversation.vars.map { ($0, $1) }
      + snapshot.contact.vars.map { ($0 == "lang" ? $0 : "contact." + $0, $1) }
    lines += vars.sorted { $0.0 < $1.0 }.map { "\($0.0) = \($0.1)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func told(_ pending: Return) -> String {
    switch pending {
    case .visit(let place): "back to \(place)"
    case .question(let open): "asks \(open.place) again"
    case .message(let text): "answers: \(text ?? "[media]")"
    case .sessionEnd: "ends the session"
    }
  }

  private func clock(_ time: Timestamp) -> String {
    let civil = CivilTime(time, in: bot.timezone)
    return "\(civil.date) \(civil.time)"
  }
}
