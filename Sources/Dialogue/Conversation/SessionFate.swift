/// What a new version of a bot's files means for a conversation in the middle of something.
package enum SessionFate: String, Sendable, Hashable, Codable, CaseIterable {
  /// It stands where it stood.
  case same
  /// Its question takes other answers now; it is asked again where the customer's next message is none.
  case changed
  /// It stands where it stood, and what comes behind was edited away: the visit to come back to, the question that was
  /// interrupted, or the panel that a person has the conversation by.
  case cut
  /// Its place was edited away.
  case gone
}

extension Conversation {
  /// What it is in the middle of: the open question, the call under way, or a chat panel's scenario; nil for nothing,
  /// and for a panel that an operator opened.
  package var place: String? {
    if let open { return "\(open.place)" }
    if let call { return "\(call.place)" }
    return panel?.scenario
  }
}

extension Bot {
  /// The question at a place; nil if there is none.
  package func question(at place: StepPlace) -> Question? {
    scenario(named: place.scenario)?.program.question(at: place.step)
  }

  /// What becomes of a conversation; nil for one that is in the middle of nothing.
  package func fate(of conversation: Conversation) -> SessionFate? {
    if let open = conversation.open {
      guard let question = question(at: open.place) else { return .gone }
      guard question.signature == open.signature else { return .changed }
      return conversation.returns.allSatisfy(isThere) ? .same : .cut
    }
    if let call = conversation.call {
      return scenario(named: call.place.scenario)?.program.step(at: call.place.step) == nil
        ? .gone : conversation.returns.allSatisfy(isThere) ? .same : .cut
    }
    guard let panel = conversation.panel else { return nil }
    guard let name = panel.scenario else { return .same }
    return scenario(named: name)?.panel == nil ? .cut : .same
  }

  private func isThere(_ pending: Return) -> Bool {
    switch pending {
    case .visit(let place): scenario(named: place.scenario)?.program.step(at: place.step) != nil
    case .question(let open): question(at: open.place) != nil
    case .message, .sessionEnd: true
    }
  }
}
