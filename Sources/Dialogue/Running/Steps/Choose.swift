extension Run {
  /// `if`: whether its condition holds now.
  func holds(_ condition: Condition) -> Bool {
    condition.holds(
      value: { value(of: $0) },
      isOpen: { name in bot.options.hours[name]?.isOpen(at: now, in: bot.timezone) ?? false },
      language: language)
  }
}
