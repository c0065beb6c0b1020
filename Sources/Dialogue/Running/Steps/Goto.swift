extension Run {
  /// `goto`: on in another scenario; it does not come back.
  func goto(_ scenario: String) -> Flow { .enter(scenario) }
}
