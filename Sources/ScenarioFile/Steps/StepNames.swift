import StrictYAML

/// What the steps of one scenario are called (`as`), and which questions may end without a word.
final class StepNames {
  private var places: [String: Span] = [:]

  /// Where a step has this name already; nil if none has, and then this one does.
  func add(_ name: String, at span: Span) -> Span? {
    if let first = places[name] { return first }
    places[name] = span
    return nil
  }

  /// Forgets the names of the scenario before.
  func begin() { places = [:] }
}
