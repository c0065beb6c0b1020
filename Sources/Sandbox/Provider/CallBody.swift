/// What a call says, read as leniently as the provider does.
struct CallBody: Sendable {
  private var values: [String: LenientValue]

  /// A form's.
  init(fields: [String: String]) { values = fields.mapValues { .text($0) } }

  /// - Returns: nil if `bytes` are no JSON object.
  init?(json bytes: some Collection<UInt8>) {
    guard case .object(let values) = LenientValue(json: bytes) else { return nil }
    self.values = values
  }

  /// The text of a field; absent, null and empty are one.
  subscript(_ name: String) -> String? { values[name]?.text }

  /// The text of a field that must be there.
  func required(_ name: String) throws(Refusal) -> String {
    guard let text = self[name] else { throw .noInput }
    return text
  }

  /// The values of a field that must be there, as `params`: `{"1": "a"}`, `["a"]`, or either as JSON in a string.
  func requiredValues(_ name: String) throws(Refusal) -> NumberedValues {
    guard let value = values[name], let numbered = NumberedValues(value.unfolded) else { throw .noInput }
    return numbered
  }

  /// The fields of a field; `[]`, null and nothing are none.
  func fields(_ name: String) -> [String: LenientValue] {
    if case .object(let fields) = values[name]?.unfolded { fields } else { [:] }
  }

  /// Every field by its name, those that are no text as JSON.
  var record: [String: String] {
    values.compactMapValues { value in
      switch value {
      case .null: nil
      case .text(let text): text
      case .list, .object: value.json.text
      }
    }
  }
}

/// The values for the places of a template.
struct NumberedValues: Sendable, Hashable {
  /// By the number of the place.
  var texts: [Int: String] = [:]
  /// How many were given, with those that name no place.
  var count = 0

  /// - Returns: nil if `value` is neither an object nor a list.
  init?(_ value: LenientValue) {
    switch value {
    case .object(let fields):
      count = fields.count
      for (name, value) in fields { Int(name).map { texts[$0] = value.text ?? "" } }
    case .list(let items):
      count = items.count
      for (index, value) in items.enumerated() { texts[index + 1] = value.text ?? "" }
    case .null, .text: return nil
    }
  }

  /// Whether there is one for each of these places, and no other.
  func match(_ places: Set<Int>) -> Bool { count == places.count && Set(texts.keys) == places }
}
