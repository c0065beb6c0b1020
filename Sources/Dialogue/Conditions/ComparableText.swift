import Foundation

/// Texts and numbers as conditions compare them.
enum ComparableText {
  /// Without case and accents, and with one blank for any number of them.
  static func folded(_ text: String) -> String {
    let scalars = text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      !(0x300...0x36F).contains($0.value)
    }
    return String(String.UnicodeScalarView(scalars)).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// Plain digits, with a minus before them and decimals after a point or not; nil for anything else.
  static func number(_ text: String) -> Decimal? {
    let trimmed = text.trimmed()
    let body = trimmed.hasPrefix("-") ? trimmed.dropFirst() : trimmed[...]
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isNumber, (1...2).contains(parts.count), body.utf8.count <= 36 else { return nil }
    return Decimal(string: trimmed, locale: Locale(identifier: "en_US_POSIX"))
  }
}
