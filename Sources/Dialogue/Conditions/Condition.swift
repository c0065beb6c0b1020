/// What an `if` asks: `city in [Jakarta, Bandung] and not order.total > {limit}`.
package indirect enum Condition: Sendable, Hashable {
  case isSet(String)
  case isEqual(String, TextTemplate)
  case isIn(String, [TextTemplate])
  case compares(String, Comparison, TextTemplate)
  /// Whether opening hours are open, by their name.
  case isOpen(hours: String)
  case not(Condition)
  case all([Condition])
  case any([Condition])

  package enum Comparison: String, Sendable, Hashable, CaseIterable {
    case less = "<"
    case greater = ">"
    case atMost = "<="
    case atLeast = ">="
  }

  /// Whether it holds.
  ///
  /// - Parameters:
  ///   - value: the value of a variable; nil or empty if it is not set.
  ///   - isOpen: whether opening hours are open now.
  ///   - language: the customer's, for formats in `{total:rupiah}`.
  package func holds(
    value: (String) -> String?, isOpen: (String) -> Bool, language: String = "id"
  ) -> Bool {
    func lookUp(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
    /// The right side; nil if a variable in it is not set.
    func rendered(_ template: TextTemplate) -> String? {
      var isWhole = true
      let text = template.render(language: language, lookup: lookUp, unset: { _ in isWhole = false })
      return isWhole ? text : nil
    }
    func equals(_ left: String, _ right: TextTemplate) -> Bool {
      rendered(right).map { ComparableText.folded($0) == ComparableText.folded(left) } ?? false
    }
    switch self {
    case .isSet(let name): return lookUp(name) != nil
    case .isEqual(let name, let right): return lookUp(name).map { equals($0, right) } ?? false
    case .isIn(let name, let list):
      return lookUp(name).map { left in list.contains { equals(left, $0) } } ?? false
    case .compares(let name, let comparison, let right):
      guard let left = lookUp(name).flatMap(ComparableText.number),
        let right = rendered(right).flatMap(ComparableText.number)
      else { return false }
      switch comparison {
      case .less: return left < right
      case .greater: return left > right
      case .atMost: return left <= right
      case .atLeast: return left >= right
      }
    case .isOpen(let hours): return isOpen(hours)
    case .not(let condition): return !condition.holds(value: value, isOpen: isOpen, language: language)
    case .all(let conditions):
      return conditions.allSatisfy { $0.holds(value: value, isOpen: isOpen, language: language) }
    case .any(let conditions):
      return conditions.contains { $0.holds(value: value, isOpen: isOpen, language: language) }
    }
  }

  /// The variables it reads, and the names of the opening hours it asks, in the order written.
  package var names: (variables: [String], hours: [String]) {
    switch self {
    case .isSet(let name): ([name], [])
    case .isEqual(let name, let right), .compares(let name, _, let right): ([name] + right.slotNames, [])
    case .isIn(let name, let list): ([name] + list.flatMap(\.slotNames), [])
    case .isOpen(let hours): ([], [hours])
    case .not(let condition): condition.names
    case .all(let conditions), .any(let conditions):
      (conditions.flatMap(\.names.variables), conditions.flatMap(\.names.hours))
    }
  }
}
