import Foundation

/// JSON with its fields in the order they are written, as the provider's samples have them.
enum OrderedJSON: Sendable, ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
  case null
  case string(String)
  case number(Int64)
  case array([OrderedJSON])
  case object([(String, OrderedJSON)])

  init(_ text: String?) { self = text.map(Self.string) ?? .null }

  init(stringLiteral text: String) { self = .string(text) }

  init(dictionaryLiteral fields: (String, OrderedJSON)...) { self = .object(fields) }

  init(arrayLiteral items: OrderedJSON...) { self = .array(items) }

  init(nilLiteral: ()) { self = .null }

  var text: String {
    switch self {
    case .null: "null"
    case .string(let string): Self.quoted(string)
    case .number(let number): String(number)
    case .array(let items): "[\(items.map(\.text).joined(separator: ","))]"
    case .object(let fields):
      "{" + fields.map { "\(Self.quoted($0)):\($1.text)" }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ string: String) -> String {
    let escaped = string.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case "\0"..<" ": String(format: "\\u%04x", scalar.value)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
