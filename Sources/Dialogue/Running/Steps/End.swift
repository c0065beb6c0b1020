extension Run {
  /// `end`: the scenario is over; `end: session`: the session too, and nothing comes back.
  mutating func end(_ scope: EndScope) -> Flow {
    if scope == .session { endSession() }
    return .over
  }
}
