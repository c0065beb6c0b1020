/// Signs that look like a space, like nothing, or like the dash of a list, and are none to YAML.
enum LookAlike {
  /// Whether an author takes it for a space or sees nothing.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || isWide(scalar) || isInvisible(scalar)
  }

  /// A blank other than the space.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar != " " && scalar.properties.generalCategory == .spaceSeparator
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200F).contains(scalar.value) || (0x2060...0x2064).contains(scalar.value)
  }

  /// What word processors and chats write for the dash of a list.
  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    "–—‒―−•‣·●▪◦".unicodeScalars.contains(scalar)
  }

  static func name(of scalar: Unicode.Scalar) -> String {
    if scalar.value == 0xA0 { return "a no-break space" }
    let code = String(scalar.value, radix: 16, uppercase: true)
    return (isWide(scalar) ? "a special blank (U+" : "an invisible character (U+")
      + String(repeating: "0", count: max(0, 4 - code.count)) + code + ")"
  }
}
