extension Run {
  /// A visit that a question interrupted counts for itself, not for what came between.
  private var pendingVisits: Int {
    if isAside { return asideReturns.count }
    let since = conversation.returns.lastIndex { if case .question = $0 { true } else { false } }
    return conversation.returns[(since.map { $0 + 1 } ?? 0)...].count {
      if case .visit = $0 { true } else { false }
    }
  }

  /// `visit`: another scenario to its end, then on behind this step.
  mutating func visit(_ name: String, at place: StepPlace, _ position: SourcePosition) -> Flow {
    guard let target = bot.scenario(named: name) else {
      problem("there is no scenario \"\(name)\" to visit", at: position)
      return .next
    }
    guard pendingVisits < Limits.pendingVisits else {
      problem(
        "\"\(name)\" was not visited, because \(Limits.pendingVisits) visits wait to come back already",
        at: position)
      return .next
    }
    if isAside { asideReturns.append(place) } else { conversation.returns.append(.visit(place)) }
    return .on(enter(target))
  }
}
