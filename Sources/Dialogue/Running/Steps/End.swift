extension Run {
  /// `end`: the scenario is over; `end: session`: the session too.
  mutating func end(_ scope: EndScope) -> Flow {
    if scope == .session { endSession() }
    return .stop
  }
}
