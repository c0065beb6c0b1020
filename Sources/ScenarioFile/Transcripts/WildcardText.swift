/// A text of a test: `...` stands for any text, and spaces and line breaks count alike.
package struct WildcardText: Sendable, Hashable, CustomStringConvertible {
  /// As it was written, further lines included.
  package let written: String
  /// What stands before, between and behind each `...`.
  private let parts: [String]

  package init(_ written: String) {
    self.written = written
    var parts: [String] = []
    var part = ""
    var dots = 0
    for character in written {
      if character == "." {
        dots += 1
        continue
      }
      Self.end(&dots, &part, &parts)
      part.append(character)
    }
    Self.end(&dots, &part, &parts)
    parts.append(part)
    self.parts = parts.map(Self.plain)
  }

  private static func end(_ dots: inout Int, _ part: inout String, _ parts: inout [String]) {
    if dots >= 3 {
      parts.append(part)
      part = ""
    } else {
      part += String(repeating: ".", count: dots)
    }
    dots = 0
  }

  /// With one space where there are spaces or line breaks, and none at the ends.
  package static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  package func fits(_ text: String) -> Bool {
    let text = Self.plain(text)
    guard let first = parts.first, let last = parts.last else { return text.isEmpty }
    guard parts.count > 1 else { return text == first }
    guard text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return rest.count >= last.count && rest.hasSuffix(last)
  }

  package var description: String { written }
}
