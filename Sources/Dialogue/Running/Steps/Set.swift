extension Run {
  /// `set`: variables in the order written; each sees those before it.
  mutating func set(_ assignments: [Assignment], at position: SourcePosition) -> Flow {
    for assignment in assignments {
      let value = render(assignment.value[language], limit: Limits.variable, at: position)
      set(assignment.variable, value.isEmpty ? nil : value)
    }
    return .next
  }
}
