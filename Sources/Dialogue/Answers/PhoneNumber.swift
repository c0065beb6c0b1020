/// Phone numbers in the one form used everywhere: digits with country code, no plus ("Wappin API v1.7, Callback": `62…`).
package enum PhoneNumber {
  /// `text` in canonical form: `08…`, `+62…`, `62…`, with spaces, dots, dashes and brackets; only a leading `0` becomes `62`.
  ///
  /// - Returns: 8 to 15 digits; nil if `text` is no phone number.
  package static func canonical(_ text: String) -> String? {
    var digits: [UInt8] = []
    digits.reserveCapacity(16)
    var hasPlus = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        guard digits.count < Self.digits else { return nil }
        digits.append(UInt8(scalar.value))
      case "+":
        guard digits.isEmpty, !hasPlus else { return nil }
        hasPlus = true
      case _ where isPunctuation(scalar): continue
      default: return nil
      }
    }
    if digits.first == zero {
      guard !hasPlus, digits.count > 1, digits[1] != zero else { return nil }
      digits.replaceSubrange(0..<1, with: [zero + 6, zero + 2])
    }
    guard (8...Self.digits).contains(digits.count) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The most digits there are ("ITU-T E.164").
  static let digits = 15
  /// The least digits there are, as they are written without a country code.
  static let leastDigits = 7

  private static let zero = UInt8(ascii: "0")

  /// Also the blanks, dashes and direction marks that phones put into a copied number.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "-", ".", "(", ")", "\u{A0}", "\u{202F}": true
    case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      true
    default: false
    }
  }
}
