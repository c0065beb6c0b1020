import Foundation

/// The values in a service's answer, by their way from the top: `id`, `items.0.name`; the empty name is the whole.
struct JSONFields {
  private(set) var values: [String: String] = [:]

  /// Nil if `json` is none, or nests deeper than ``Limits/answerDepth``.
  init?(_ json: String) {
    guard !NestingDepth.exceeds(Limits.answerDepth, in: json.utf8),
      let value = try? JSONSerialization.jsonObject(with: Data(json.utf8), options: [.fragmentsAllowed])
    else { return nil }
    add(value, "")
  }

  private mutating func add(_ value: Any, _ name: String) {
    guard values.count < Limits.answerFields else { return }
    switch value {
    case let object as [String: Any]:
      for (key, value) in object.sorted(by: { $0.key < $1.key }) {
        add(value, name.isEmpty ? key : name + "." + key)
      }
    case let list as [Any]:
      for (number, value) in list.enumerated() {
        add(value, name.isEmpty ? "\(number)" : "\(name).\(number)")
      }
    case let text as String: values[name] = text
    case let number as NSNumber: values[name] = Self.text(number)
    default: break
    }
  }

  private static func text(_ number: NSNumber) -> String {
    let type = String(cString: number.objCType)
    if type == "c" || type == "B" { return number.boolValue ? "true" : "false" }
    return number.stringValue
  }
}
