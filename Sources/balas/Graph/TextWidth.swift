/// How wide a text becomes at most in a usual sans-serif font, in ems.
enum TextWidth {
  static func ems(_ text: String) -> Double { text.reduce(0) { $0 + ems($1) } }

  /// The text, cut with an ellipsis where it would be wider.
  static func fitted(_ text: String, to width: Double, size: Double) -> String {
    guard ems(text) * size > width else { return text }
    var used = ems("…") * size
    var kept = ""
    for character in text {
      used += ems(character) * size
      guard used <= width else { break }
      kept.append(character)
    }
    while kept.last == " " || kept.last == "," { kept.removeLast() }
    return kept + "…"
  }

  private static func ems(_ character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first, character.isASCII else {
      return character.isLetter && (character.unicodeScalars.first?.value ?? 0) < 0x1100 ? 0.72 : 1.35
    }
    switch Character(scalar) {
    case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", "!", " ", "(", ")", "[", "]", "f", "t", "r", "-":
      return 0.42
    case "m", "w", "M", "W", "@", "%", "+": return 1.02
    default: return character.isUppercase || character.isNumber ? 0.74 : 0.64
    }
  }
}
