/// What a conversation waits for; at most one timer of each kind runs for a customer.
package enum TimerKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// The open question closes.
  case question
  /// The chat panel is released because nobody writes.
  case panel
  /// The customer is told that a person will still come.
  case nudge
}

extension Conversation {
  /// When time will have something to do here, by kind.
  package func timers(_ bot: Bot) -> [TimerKind: Timestamp] {
    var timers: [TimerKind: Timestamp] = [:]
    if let open {
      // It does not outlive its session, unless the customer has not seen it.
      let end = open.isHeld == true ? nil : lastInboundAt.map { $0 + bot.options.session }
      timers[.question] = min(open.closesAt, end ?? open.closesAt)
    }
    guard let panel, let scenario = panel.scenario else { return timers }
    if let definition = bot.scenario(named: scenario)?.panel {
      timers[.panel] = definition.release.idle.map { panel.lastAt + $0 }
      if let nudge = definition.nudge, !panel.isAnswered, panel.nudges < nudge.times {
        timers[.nudge] = panel.openedAt + nudge.after * (panel.nudges + 1)
      }
    } else {
      // It was edited away: nothing of it says any more when it ends.
      timers[.panel] = panel.lastAt + bot.options.idle
    }
    return timers
  }
}
