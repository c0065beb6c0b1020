import Foundation
import StrictYAML

extension Node {
  /// The value as JSON; each text is a string, and `null` without quotes, or nothing, is `null`.
  package var json: String {
    switch self {
    case .scalar(let scalar): scalar.isNull ? "null" : Self.quoted(scalar.text)
    case .sequence(let sequence): "[" + sequence.items.map(\.json).joined(separator: ",") + "]"
    case .mapping(let mapping):
      "{" + mapping.entries.map { Self.quoted($0.key.text) + ":" + $0.value.json }.joined(separator: ",")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // A text always encodes.
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }

  /// Whether all that is written here is in `json`, which is what JSONSerialization reads.
  package func isPart(of json: Any) -> Bool {
    switch self {
    case .scalar(let scalar):
      if scalar.isNull, json is NSNull { return true }
      guard let text = json as? String ?? (json as? NSNumber)?.stringValue else { return false }
      return WildcardText(scalar.text).fits(text)
    case .sequence(let sequence):
      guard let items = json as? [Any], items.count == sequence.items.count else { return false }
      return zip(sequence.items, items).allSatisfy { $0.isPart(of: $1) }
    case .mapping(let mapping):
      guard let members = json as? [String: Any] else { return false }
      return mapping.entries.allSatisfy { entry in
        members[entry.key.text].map { entry.value.isPart(of: $0) } ?? false
      }
    }
  }
}

extension Node.Scalar {
  fileprivate var isNull: Bool { isEmpty || style == .plain && text == "null" }
}
