extension Fields {
  package func text(_ key: String) -> Node.Scalar? { self[key]?.text("`\(key)`", findings) }

  /// One text or a list of texts.
  package func texts(_ key: String) -> [Node.Scalar]? { self[key]?.texts("`\(key)`", findings) }

  package func items(_ key: String) -> [Node]? { self[key]?.items("`\(key)`", findings) }

  /// The mapping under `key`, read by its own keys.
  package func fields(_ key: String, keys: [String]) -> Fields? {
    self[key].flatMap { Fields($0, "`\(key)`", keys: keys, findings) }
  }

  /// The text under `key` as `parse` reads it; if it cannot, nil and a diagnostic.
  ///
  /// - Parameters:
  ///   - expected: what `parse` can read, for example "a time such as `30m`".
  ///   - hint: what to do about a text that `parse` cannot read.
  package func value<Value>(
    _ key: String, expected: String, hint: (String) -> String? = { _ in nil }, _ parse: (String) -> Value?
  ) -> Value? {
    guard let scalar = text(key) else { return nil }
    if let value = parse(scalar.text) { return value }
    findings.error(
      YAMLRule.wrongValue, "expected \(expected) for `\(key)`, found `\(scalar.text)`", at: scalar.span,
      hint: hint(scalar.text))
    return nil
  }

  /// A length of time: `10s`, `30m`, `24h`, `90d`, `2h30m`.
  package func duration(_ key: String) -> Duration? {
    value(
      key, expected: "a time such as `10s`, `30m`, `24h` or `90d`",
      hint: { text in
        if let number = Int(written: text) {
          return "Write the unit too: `\(key): \(number)m` for minutes, `s` for seconds, `h` for hours, "
            + "`d` for days."
        }
        return Duration.written(likely: text).map { "Write `\(key): \($0)`." }
      }
    ) { Duration(written: $0) }
  }

  /// How often: `20/s`, `3 per 10m`.
  package func rate(_ key: String, example: String = "20/s") -> Rate? {
    value(key, expected: "a rate such as `\(example)`") { Rate(written: $0) }
  }

  package func integer(_ key: String, in range: ClosedRange<Int> = 0...Int.max) -> Int? {
    let expected =
      range.upperBound == .max
      ? "a whole number from \(range.lowerBound)"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return value(key, expected: expected) { Int(written: $0).flatMap { range.contains($0) ? $0 : nil } }
  }

  /// A switch: `on` or `off` (also `yes`, `no`, `true`, `false`).
  package func isOn(_ key: String) -> Bool? {
    value(key, expected: "`on` or `off`") { Bool(written: $0) }
  }

  /// One of a closed set of words.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Choice.Type = Choice.self
  ) -> Choice? {
    guard let scalar = text(key) else { return nil }
    if let choice = Choice(rawValue: scalar.text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    findings.error(
      YAMLRule.wrongValue, "`\(scalar.text)` is not a value of `\(key)`", at: scalar.span,
      hint: Nearest.hint(scalar.text, among: words)
        ?? "It takes \(words.map { "`\($0)`" }.joined(separator: " or ")).")
    return nil
  }
}
