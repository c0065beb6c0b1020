/// Phone numbers in the one form used everywhere: digits with country code, no plus ("Wappin API v1.7, Callback": `62…`).
package enum PhoneNumber {
  /// `text` in canonical form: `08…`, `+62…`, `62…` and `0062…`, with blanks, dots, dashes and brackets.
  ///
  /// A leading `0` becomes `62`, and the `0` that some leave behind the `62` goes; other countries' numbers stay as they
  /// are. Whatever else stands in `text`, the form has ASCII digits only, and is its own form.
  ///
  /// - Returns: 8 to 15 digits; nil if `text` is no phone number.
  package static func canonical(_ text: String) -> String? {
    WrittenNumber(text).flatMap { canonical($0) }
  }

  /// The number a customer gives of themselves or others, `628…`; nil if it is none.
  ///
  /// Where ``canonical(_:)`` takes any digits, this wants `0…`, `62…`, `8…` as Indonesians leave the nought off, or a
  /// plus, and enough digits.
  package static func answered(_ text: some StringProtocol) -> String? {
    guard var written = WrittenNumber(text) else { return nil }
    if !written.hasPlus, written.digits.first == digit(8) { written.digits.insert(digit(0), at: 0) }
    guard written.hasPlus || written.digits.first == digit(0) || written.digits.starts(with: indonesia),
      let number = canonical(written)
    else { return nil }
    return number.utf8.count >= (number.hasPrefix("628") ? 10 : 9) ? number : nil
  }

  private static func canonical(_ written: WrittenNumber) -> String? {
    var digits = written.digits[...]
    // Only with the country behind it: `0081…` may as well be `081…` with a nought too many.
    if !written.hasPlus, digits.starts(with: [digit(0), digit(0)] + indonesia) {
      digits = digits.dropFirst(2)
    }
    if digits.first == digit(0) {
      guard !written.hasPlus else { return nil }
      digits = indonesia + digits.dropFirst()
    } else if digits.starts(with: indonesia + [digit(0)]) {
      digits = indonesia + digits.dropFirst(3)
    }
    guard (8...15).contains(digits.count), !digits.starts(with: indonesia + [digit(0)]) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The most digits that a number is written with: 15 ("ITU-T E.164"), two noughts before them and one in them.
  static let digits = 18
  /// The least digits there are, as they are written without a country code.
  static let leastDigits = 7

  private static let indonesia = [digit(6), digit(2)]

  private static func digit(_ value: UInt8) -> UInt8 { UInt8(ascii: "0") + value }
}

/// A phone number as people write it: nothing but digits, a plus before them, and what stands between digits.
private struct WrittenNumber {
  /// In ASCII, whatever script they are written in.
  var digits: [UInt8] = []
  var hasPlus = false

  /// - Returns: nil if there is anything else in `text`.
  init?(_ text: some StringProtocol) {
    var (dots, others, digitsBehindDot) = (0, 0, 0)
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if let value = Self.digit(scalar) {
        guard digits.count < PhoneNumber.digits else { return nil }
        digits.append(UInt8(ascii: "0") + value)
        digitsBehindDot += 1
      } else if scalar == "+" || scalar == "\u{FF0B}" {
        guard digits.isEmpty, !hasPlus else { return nil }
        hasPlus = true
      } else if scalar == "." {
        (dots, digitsBehindDot) = (dots + 1, 0)
      } else if scalar == "'" {
        // What spreadsheets put before a number to keep its nought.
        guard index == 0 else { return nil }
      } else {
        guard Self.standsBetween(scalar) else { return nil }
        others += 1
      }
    }
    // A number that a program took for an amount, `628123456789.0`: the noughts are none of its digits.
    let decimals = digits.suffix(digitsBehindDot)
    if dots == 1, others == 0, (1...2).contains(decimals.count),
      decimals.allSatisfy({ $0 == UInt8(ascii: "0") })
    {
      return nil
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII { return ("0"..."9").contains(scalar) ? UInt8(scalar.value - 0x30) : nil }
    guard scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.map { UInt8($0) }
  }

  /// Also the blanks, dashes and invisible marks that phones put into a copied number.
  private static func standsBetween(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "(", ")", "\t", "\n", "\r", "\u{FF08}", "\u{FF09}", "\u{2212}": true
    case "\0"..."\u{7F}": false
    default:
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
        || scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl
    }
  }
}
