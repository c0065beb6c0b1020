import Dialogue

/// A JSON object whose names are written in the order they were given: the standard encoder would sort `"10"` before
/// `"2"`.
struct JSONObject: Sendable {
  private(set) var text = "{}"

  /// The names "1", "2", … for the values.
  init(numbering values: [String]) {
    for (index, value) in values.enumerated() { add("\(index + 1)", value) }
  }

  init() {}

  mutating func add(_ name: String, _ value: String) { add(name, json: JSONString.quoted(value)) }

  /// Leaves a value that is not there out.
  mutating func add(_ name: String, ifPresent value: String?) {
    if let value { add(name, value) }
  }

  mutating func add(_ name: String, _ value: JSONObject) { add(name, json: value.text) }

  private mutating func add(_ name: String, json: String) {
    text.removeLast()
    if text.utf8.count > 1 { text += "," }
    text += JSONString.quoted(name) + ":" + json + "}"
  }
}
