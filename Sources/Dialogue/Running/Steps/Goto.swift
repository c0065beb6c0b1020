extension Run {
  /// `goto`: on in another scenario; it does not come back, and nothing else does.
  mutating func goto(_ name: String, at position: SourcePosition) -> Flow {
    guard let target = bot.scenario(named: name) else {
      problem("there is no scenario \"\(name)\" to go to", at: position)
      return .over
    }
    forgetReturns()
    return .on(enter(target))
  }
}
