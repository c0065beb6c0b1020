import Foundation

/// A JSON value as the provider takes it: numbers and booleans are text.
enum LenientValue: Sendable, Hashable {
  case null
  case text(String)
  case list([LenientValue])
  case object([String: LenientValue])

  /// How deep a call's JSON may be nested; the decoder's own recursion would not survive more than it needs.
  private static let depth = 16

  /// - Returns: nil if `bytes` are no JSON, or are nested too deeply.
  init?(json bytes: some Collection<UInt8>) {
    guard Self.isShallow(bytes),
      let value = try? JSONDecoder().decode(LenientValue.self, from: Data(bytes))
    else { return nil }
    self = value
  }

  /// The text there is; nil for nothing, or an empty one, and for what is no text.
  var text: String? {
    if case .text(let text) = self, !text.isEmpty { text } else { nil }
  }

  /// A list or an object, which may be written as JSON in a string, as forms have it.
  var unfolded: LenientValue {
    if case .text(let text) = self, let value = LenientValue(json: Array(text.utf8)) { value } else { self }
  }

  /// As JSON, for people to read.
  var json: OrderedJSON {
    switch self {
    case .null: .null
    case .text(let text): .string(text)
    case .list(let items): .array(items.map(\.json))
    case .object(let fields): .object(fields.sorted { $0.key < $1.key }.map { ($0, $1.json) })
    }
  }

  private static func isShallow(_ bytes: some Collection<UInt8>) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth > Self.depth { return false }
    }
    return true
  }
}

extension LenientValue: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Decimal.self) {
      self = .text("\(number)")
    } else if let flag = try? container.decode(Bool.self) {
      self = .text(String(flag))
    } else if let list = try? container.decode([LenientValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: LenientValue].self))
    }
  }
}
