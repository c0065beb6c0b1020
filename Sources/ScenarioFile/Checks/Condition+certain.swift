import Dialogue

extension Condition {
  /// The variables that are set for certain where it holds, and where it does not.
  var certain: (holding: Set<String>, failing: Set<String>) {
    switch self {
    case .isSet(let name), .isEqual(let name, _), .isIn(let name, _), .compares(let name, _, _):
      return ([name], [])
    case .isOpen: return ([], [])
    case .not(let condition):
      let inner = condition.certain
      return (inner.failing, inner.holding)
    case .all(let conditions):
      let inner = conditions.map(\.certain)
      return (inner.reduce(into: []) { $0.formUnion($1.holding) }, Self.common(inner.map(\.failing)))
    case .any(let conditions):
      let inner = conditions.map(\.certain)
      return (Self.common(inner.map(\.holding)), inner.reduce(into: []) { $0.formUnion($1.failing) })
    }
  }

  private static func common(_ sets: [Set<String>]) -> Set<String> {
    sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
  }
}
