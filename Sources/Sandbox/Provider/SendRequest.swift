import Foundation

/// What `do-send` and `do-send-media` have in common, read as leniently as the provider does.
struct SendRequest: Sendable {
  /// Every field by its name, trimmed; absent, null and empty are one.
  var fields: [String: String]

  init(fields: [String: String]) {
    self.fields = fields.filter { !$0.value.isEmpty }
  }

  /// - Returns: nil if `body` is no JSON object.
  init?(json body: some DataProtocol) {
    guard let fields = try? JSONDecoder().decode([String: Lenient].self, from: Data(body)) else { return nil }
    self.init(fields: fields.compactMapValues(\.text))
  }

  subscript(_ name: String) -> String? { fields[name] }

  /// A string, or a number taken for one; nil for anything else.
  private struct Lenient: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let string = try? container.decode(String.self) {
        text = string
      } else if let number = try? container.decode(Int.self) {
        text = String(number)
      }
    }
  }
}
