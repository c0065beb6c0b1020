/// A fault's fields as they were given, each read at most once.
struct FaultFields {
  private let fields: [String: String]
  private var unread: Set<String>

  init(_ fields: [String: String]) {
    self.fields = fields
    unread = Set(fields.keys)
  }

  func has(_ name: String) -> Bool { fields[name] != nil }

  /// Nil for what is absent or empty.
  mutating func text(_ name: String) -> String? {
    unread.remove(name)
    return fields[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  mutating func whole(_ name: String, _ range: ClosedRange<Int>) throws(FaultMistake) -> Int? {
    guard let text = text(name) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw FaultMistake(
        "\"\(name)\" is a whole number from \(range.lowerBound) to \(range.upperBound); \(text.prefix(40)) is none."
      )
    }
    return value
  }

  mutating func required<Value>(
    _ name: String, _ kind: String, _ read: (String) -> Value?, _ example: String
  ) throws(FaultMistake) -> Value {
    guard let text = text(name) else { throw FaultMistake("The kind \(kind) needs \"\(name)\", \(example).") }
    guard let value = read(text) else {
      throw FaultMistake("\"\(name)\" is written \(example); \"\(text.prefix(40))\" is not.")
    }
    return value
  }

  /// In seconds.
  mutating func retryAfter() throws(FaultMistake) -> Int? { try whole("retry_after", 0...86_400) }

  mutating func moment(default moment: FaultKind.Moment) throws(FaultMistake) -> FaultKind.Moment {
    guard let text = text("when") else { return moment }
    guard let moment = FaultKind.Moment(rawValue: text) else {
      throw FaultMistake(
        "\"when\" is before or after: whether the call is taken; \"\(text.prefix(40))\" is neither.")
    }
    return moment
  }

  /// Refuses what nobody read.
  func finish() throws(FaultMistake) {
    guard let name = unread.sorted().first else { return }
    throw FaultMistake("A fault of the kind \(fields["kind"] ?? "") has no \"\(name.prefix(40))\".")
  }
}
