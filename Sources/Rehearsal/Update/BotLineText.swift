/// How a message of the bot is written into a test.
enum BotLineText {
  /// The lines of a message, the first behind `bot:`, the others indented below it.
  static func lines(_ message: String) -> [String] {
    // A line break that only some programs see, or what YAML cannot hold, is left to a wildcard.
    let text = message.unicodeScalars.reduce(into: "") { text, scalar in
      if Self.isWritable(scalar) { text.unicodeScalars.append(scalar) } else { text += "..." }
    }
    var lines: [String] = []
    for part in text.split(whereSeparator: \.isNewline) {
      let line = part.split(separator: " ").joined(separator: " ")
      if line.isEmpty { continue }
      // A line of its own would be a comment.
      if line.hasPrefix("#"), let last = lines.popLast() {
        lines.append(last + " " + line)
      } else {
        lines.append(line)
      }
    }
    if lines.isEmpty { return ["..."] }
    // A text that means something as a line is told from it by a wildcard that stands for nothing.
    return lines == ["(silent)"] ? ["(silent) ..."] : lines
  }

  private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
