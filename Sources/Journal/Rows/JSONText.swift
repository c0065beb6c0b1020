import Foundation
import GRDB

/// JSON as the journal stores it: text with sorted keys.
enum JSONText {
  private static let encoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
  private static let decoder = JSONDecoder()

  static func write(_ value: some Encodable) throws -> String {
    String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// - Parameter place: where the text stands, for the sentence that says it cannot be read.
  static func read<Value: Decodable>(_: Value.Type, _ text: String, at place: String) throws -> Value {
    do {
      return try decoder.decode(Value.self, from: Data(text.utf8))
    } catch {
      throw JournalFailure.damaged(path: place, reason: "its JSON cannot be read: \(error)")
    }
  }
}
