/// Somebody with a phone.
package struct Customer: Sendable, Hashable, Codable {
  /// Digits with country code, no plus.
  package var number: String
  package var name: String

  package init(number: String, name: String) {
    self.number = number
    self.name = name
  }

  package static let samples = [
    Customer(number: "6281234567801", name: "Rina Kartika"),
    Customer(number: "6281234567802", name: "Budi Santoso"),
    Customer(number: "6281234567803", name: "Ayu Lestari"),
  ]

  /// `text` as the provider writes numbers: `08…`, `+62…` and `62…` are one, spaces and punctuation do not count.
  ///
  /// - Returns: 8 to 15 digits (ITU-T E.164); nil if `text` is no phone number.
  package static func number(from text: String) -> String? {
    var digits = text.filter { !" -.()\u{A0}".contains($0) }
    if digits.hasPrefix("+") {
      digits.removeFirst()
    } else if digits.hasPrefix("0") {
      digits = "62" + digits.dropFirst()
    }
    guard (8...15).contains(digits.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return digits
  }
}
