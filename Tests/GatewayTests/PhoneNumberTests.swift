import Dialogue
import Testing

@Suite("phone numbers")
struct PhoneNumberTests {
  @Test(
    "numbers as people write them have one canonical form",
    arguments: [
      ("628989229471", "628989229471"),
      ("08989229471", "628989229471"),
      ("+62 898-9229-471", "628989229471"),
      ("+62 (898) 9229.471", "628989229471"),
      ("\u{202A}+62 898\u{2011}9229\u{2011}471\u{202C}", "628989229471"),
      (" 62\u{A0}898 9229 471\n", "628989229471"),
      ("+1 415 555 2671", "14155552671"),
      ("+49 (30) 123456", "4930123456"),
      ("021-5551234", "62215551234"),
      ("0062 898 9229 471", "628989229471"),
      ("+62 (0)898 9229 471", "628989229471"),
      ("6208989229471", "628989229471"),
      ("'08989229471", "628989229471"),
      ("\u{2068}+62\u{2011}898\u{200B}9229\u{FEFF}471\u{2069}\u{200C}\u{AD}", "628989229471"),
      ("\u{FF0B}\u{FF16}\u{FF12}\u{3000}898\u{FF0D}9229471", "628989229471"),
      ("٠٨٩٨٩٢٢٩٤٧١", "628989229471"), ("०८९८९२२९४७१", "628989229471"),
      ("0898.9229.471", "628989229471"), ("0898 9229 47.10", "6289892294710"),
      ("08989229471.5", "6289892294715"), ("+65 9123 4567", "6591234567"),
    ])
  func canonical(written: String, expected: String) {
    #expect(PhoneNumber.canonical(written) == expected)
  }

  @Test(
    "what is no number has no form",
    arguments: [
      "", "+", "0", "1234567", "1234567890123456", "62x98989229471", "0081898922947", "+0898922947",
      "62+8989229471", "++628989229471", "+0062898922947", "62008989229471", "628989229471@c.us", "six two",
      "6.28989E+11", "628989229471.0", "628989229471.00", "=628989229471", "0898'9229471",
      "tel:+628989229471",
      "628989229471/628989229472", "6289892294\u{1B}[31m71", "62898922\u{0}9471", "²³¼½Ⅻ①②③④⑤⑥⑦",
    ])
  func none(written: String) {
    #expect(PhoneNumber.canonical(written) == nil)
  }

  @Test("whatever is written, a canonical form is 8 to 15 ASCII digits and its own canonical form")
  func idempotent() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let alphabet =
      Array("0123456789+-. ()0862060620062٠٨٦٢６２'\t\n\r\0\u{1B}\u{7F}\u{85}\u{9B}".unicodeScalars)
      + Array("\u{A0}\u{AD}\u{200B}\u{200E}\u{202A}\u{202E}\u{2028}\u{2066}\u{FEFF}\u{E0031}x".unicodeScalars)
    var count = 0
    for round in 0..<20_000 {
      // Every other text has digits and their punctuation alone, or hardly any would be a number.
      let letters = round.isMultiple(of: 2) ? alphabet[..<24] : alphabet[...]
      var written = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        written.append(letters[Int.random(in: 0..<letters.count, using: &random)])
      }
      for form in [PhoneNumber.canonical(String(written)), PhoneNumber.answered(String(written))] {
        guard let form else { continue }
        count += 1
        #expect((8...15).contains(form.utf8.count), "seed \(seed): \(written)")
        #expect(form.utf8.allSatisfy { (0x30...0x39).contains($0) }, "seed \(seed): \(written)")
        #expect(!form.hasPrefix("0") && !form.hasPrefix("620"), "seed \(seed): \(written)")
        #expect(PhoneNumber.canonical(form) == form, "seed \(seed): \(written)")
        #expect(PhoneNumber.canonical("+" + form) == form, "seed \(seed): \(written)")
      }
    }
    #expect(count > 100, "seed \(seed): the property was hardly tried")
  }

  @Test("the local, the international and the canonical way to write an Indonesian number are one number")
  func ways() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<2000 {
      let length = Int.random(in: 8...12, using: &random)
      let rest = "8" + (1..<length).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      for way in ["0", "62", "+62", "0062", "620", "+62 (0) "] {
        #expect(PhoneNumber.canonical(way + rest) == "62" + rest, "seed \(seed): \(way)\(rest)")
        #expect(PhoneNumber.answered(way + rest) == "62" + rest, "seed \(seed): \(way)\(rest)")
      }
    }
  }

  @Test("blanks and dashes between the digits change nothing")
  func punctuation() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let rest = String(
        (0..<Int.random(in: 8...12, using: &random)).map { _ in
          Character(String(Int.random(in: 1...9, using: &random)))
        })
      var written = "0"
      for digit in rest {
        if Bool.random(using: &random) {
          written += ["-", " ", ".", "\u{2011}", "\u{200B}", "\u{2069}"].randomElement(using: &random) ?? ""
        }
        written.append(digit)
      }
      #expect(PhoneNumber.canonical(written) == "62" + rest, "seed \(seed): \(written)")
    }
  }
}
