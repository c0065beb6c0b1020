extension Node {
  /// What to advise where this text was meant as a key with its value, but no space stands behind the colon.
  package var missingSpaceHint: String? {
    guard let scalar, scalar.style == .plain else { return nil }
    let text = Array(scalar.text.unicodeScalars)
    guard let colon = text.firstIndex(of: ":"), colon > 0, colon + 1 < text.count,
      text[..<colon].allSatisfy({ $0.isASCII && $0.properties.isAlphabetic || $0 == "_" || $0.isASCIIDigit })
    else { return nil }
    let key = String(String.UnicodeScalarView(text[..<colon]))
    let next = text[colon + 1]
    if next.properties.generalCategory == .spaceSeparator, next != " " {
      return "Behind the colon of `\(key)` stands a special blank (no-break space): type a usual one."
    }
    guard next != "/", next != " " else { return nil }
    let value = String(String.UnicodeScalarView(text[(colon + 1)...].prefix { $0 != " " }))
    return "There is no space after the colon: write `\(key): \(value)`."
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
