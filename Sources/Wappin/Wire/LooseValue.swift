import Foundation

extension KeyedDecodingContainer {
  /// The value as text: the documents promise strings, the service also writes numbers and null.
  ///
  /// - Returns: nil if it is absent, null, an object or an array.
  func text(_ key: Key) -> String? {
    if let text = try? decodeIfPresent(String.self, forKey: key) { return text }
    guard contains(key), (try? decodeNil(forKey: key)) == false else { return nil }
    if let number = try? decode(Int64.self, forKey: key) { return String(number) }
    if let flag = try? decode(Bool.self, forKey: key) { return String(flag) }
    if let number = try? decode(Double.self, forKey: key) { return String(number) }
    return nil
  }
}

/// One of each for all: making them costs as much as using them.
enum WireCoding {
  /// Writes keys in a fixed order, slashes as they are.
  static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
  static let decoder = JSONDecoder()
}

/// A value with one JSON form on the wire.
package protocol WireValue: Codable, Sendable, Hashable {}

extension WireValue {
  /// The value as JSON bytes.
  package var json: [UInt8] {
    // None of the wire types holds a number that JSON cannot write, so encoding cannot fail.
    (try? WireCoding.encoder.encode(self)).map([UInt8].init) ?? []
  }

  /// - Returns: nil if `json` is not one JSON object.
  package init?(json: some Sequence<UInt8>) {
    let bytes = LongNumbers.quoted(Array(json))
    guard let value = try? WireCoding.decoder.decode(Self.self, from: Data(bytes)) else { return nil }
    self = value
  }
}
