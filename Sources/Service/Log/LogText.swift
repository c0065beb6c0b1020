/// Makes what strangers wrote fit for a log.
package enum LogText {
  /// The beginning of a stranger's word, on one line and with nothing that moves a terminal.
  package static func quoted(_ text: some StringProtocol) -> String {
    let beginning = text.unicodeScalars.prefix(length)
    let isCut = beginning.endIndex != text.unicodeScalars.endIndex
    return escaped(String(String.UnicodeScalarView(beginning)), keepingLines: false) + (isCut ? "…" : "")
  }

  /// The whole of a stranger's words, on one line and with nothing that moves a terminal.
  package static func line(_ text: String) -> String {
    escaped(text.replacing("\n", with: " "), keepingLines: false)
  }

  /// The lines of a text, with nothing in them that moves a terminal.
  package static func lines(_ text: String) -> String { escaped(text, keepingLines: true) }

  /// Unicode scalars of ``quoted(_:)``.
  private static let length = 40

  /// The text with control characters, and those that turn the direction of writing, as `\u{1b}`.
  static func escaped(_ text: String, keepingLines: Bool) -> String {
    guard text.unicodeScalars.contains(where: isActive) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if isActive(scalar), !(keepingLines && scalar == "\n") {
        escaped += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028...0x202e, 0x2066...0x2069, 0x200e, 0x200f, 0x061c: true
    default: false
    }
  }
}
