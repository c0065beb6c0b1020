import Dialogue

/// A turn's reason as JSON, written piece by piece: one is written for every message, and the general encoder
/// costs as much as the rest of the turn.
enum ReasonText {
  static func write(_ reason: Reason) -> String {
    var json = #"{"winner":"#
    switch reason.winner {
    case .scenario(let name): json += #"{"scenario":{"_0":"# + quoted(name) + "}}"
    case .fallback(let miss): json += #"{"fallback":{"miss":\#(miss)}}"#
    case .mediaFallback: json += #"{"mediaFallback":{}}"#
    case .silent(let why): json += #"{"silent":{"_0":"# + quoted(why) + "}}"
    }
    json += #","path":"# + list(reason.path)
    if let match = reason.match {
      json += #","match":{"scenario":"# + quoted(match.scenario)
      json += #","kind":"# + quoted(match.kind.rawValue) + #","phrase":"# + quoted(match.phrase)
      json += #","message":"# + list(match.message) + #","at":\#(match.at),"count":\#(match.count)}"#
    }
    return json + "}"
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ",") + "]"
  }

  /// RFC 8259, 7.
  private static func quoted(_ text: String) -> String {
    let mustEscape = text.utf8.contains {
      $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
    guard mustEscape else { return "\"" + text + "\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted.unicodeScalars.append("\\")
        quoted.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
