@testable import StrictYAML

/// A small kind of file that has a field of every type.
enum ThingFields {
  enum Color: String, CaseIterable { case red, blue }

  static func read(_ node: Node, _ findings: Findings) {
    let keys = ["name", "count", "wait", "rate", "switch", "color", "items", "words", "part"]
    guard let fields = Fields(node, "a thing", keys: keys, findings) else { return }
    _ = fields.required("name")?.text("`name`", findings)
    _ = fields.integer("count", in: 1...10)
    _ = fields.duration("wait")
    _ = fields.rate("rate")
    _ = fields.isOn("switch")
    _ = fields.choice("color", Color.self)
    _ = fields.items("items")
    _ = fields.texts("words")
    _ = fields.fields("part", keys: ["size"])?.text("size")
  }
}
