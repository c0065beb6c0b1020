extension Run {
  /// `if`: whether its condition holds now.
  func holds(_ condition: Condition) -> Bool {
    condition.holds(
      value: { value(of: $0) },
      isOpen: { isOpen($0) ?? false },
      language: language)
  }
}
