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

  /// `{"key":"text"}`, many times faster than ``write(_:)``; nil if `text` holds what JSON must escape.
  static func plain(_ key: StaticString, _ text: String) -> String? {
    let mustEscape = text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    return mustEscape ? nil : "{\"\(key)\":\"\(text)\"}"
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
