import Dialogue
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
    JSONString.isPlain(text) ? "{\"\(key)\":\"\(text)\"}" : nil
  }

  /// The text ``plain(_:_:)`` made `json` of; nil if it is anything else.
  static func readPlain(_ key: StaticString, _ json: String) -> String? {
    var json = json
    return json.withUTF8 { bytes in
      let start = key.utf8CodeUnitCount + 5
      guard bytes.count >= start + 2, bytes[1] == UInt8(ascii: "\""),
        key.withUTF8Buffer({ $0.elementsEqual(bytes[2..<start - 3]) }),
        bytes[(start - 3)..<start].elementsEqual("\":\"".utf8), bytes.suffix(2).elementsEqual("\"}".utf8)
      else { return nil }
      let text = bytes[start..<(bytes.count - 2)]
      guard !text.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
        return nil
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// - Parameter place: where the text stands, for the sentence that says it cannot be read.
  static func read<Value: Decodable>(_: Value.Type, _ text: String, at place: String) throws -> Value {
    do {
      return try decoder.decode(Value.self, from: Data(text.utf8))
    } catch {
      throw UnreadableRow(place: place, reason: "its JSON is not what balas writes there")
    }
  }
}
