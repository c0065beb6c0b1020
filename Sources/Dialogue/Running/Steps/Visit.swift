extension Run {
  /// `visit`: another scenario to its end, then on behind this step.
  mutating func visit(_ name: String, at place: StepPlace, _ position: SourcePosition) -> Flow {
    guard let target = bot.scenario(named: name) else {
      problem("there is no scenario \"\(name)\" to visit", at: position)
      return .next
    }
    guard conversation.returns.count < Limits.pendingReturns else {
      problem(
        "\"\(name)\" was not visited, because \(Limits.pendingReturns) scenarios wait to come back already",
        at: position)
      return .next
    }
    conversation.returns.append(.visit(place))
    return .on(enter(target))
  }
}
