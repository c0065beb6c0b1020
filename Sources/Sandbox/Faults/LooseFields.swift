import Foundation

/// A JSON object's fields as text: numbers and truth values as they are written, lists with blanks between; what is
/// null or an object is left out.
struct LooseFields: Decodable, Sendable {
  var fields: [String: String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    fields = try container.decode([String: Loose].self).compactMapValues(\.text)
  }

  /// - Returns: nil if `body` is no JSON object.
  static func read(_ body: some DataProtocol) -> [String: String]? {
    try? JSONDecoder().decode(LooseFields.self, from: Data(body)).fields
  }

  private struct Loose: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let string = try? container.decode(String.self) {
        text = string
      } else if let flag = try? container.decode(Bool.self) {
        text = String(flag)
      } else if let whole = try? container.decode(Int.self) {
        text = String(whole)
      } else if let number = try? container.decode(Double.self) {
        text = String(number)
      } else if let list = try? container.decode([String].self) {
        text = list.joined(separator: " ")
      }
    }
  }
}
