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
    ])
  func canonical(written: String, expected: String) {
    #expect(PhoneNumber.canonical(written) == expected)
  }

  @Test(
    "what is no number has no form",
    arguments: [
      "", "+", "0", "1234567", "1234567890123456", "62x98989229471", "0062898922947", "+0898922947",
      "62+8989229471", "++628989229471", "٠٨٩٨٩٢٢٩٤٧١", "628989229471@c.us", "six two",
    ])
  func none(written: String) {
    #expect(PhoneNumber.canonical(written) == nil)
  }

  @Test("a canonical form is 8 to 15 digits and its own canonical form, with a plus or without")
  func idempotent() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let alphabet = Array("0123456789+-. ()0862")
    for _ in 0..<5000 {
      let length = Int.random(in: 0...20, using: &random)
      let written = String(
        (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
      guard let form = PhoneNumber.canonical(written) else { continue }
      #expect((8...15).contains(form.utf8.count) && !form.hasPrefix("0"), "seed \(seed): \(written)")
      #expect(form.allSatisfy { $0.isASCII && $0.isNumber }, "seed \(seed): \(written)")
      #expect(PhoneNumber.canonical(form) == form, "seed \(seed): \(written)")
      #expect(PhoneNumber.canonical("+" + form) == form, "seed \(seed): \(written)")
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
          written += ["-", " ", ".", "\u{2011}"].randomElement(using: &random) ?? ""
        }
        written.append(digit)
      }
      #expect(PhoneNumber.canonical(written) == "62" + rest, "seed \(seed): \(written)")
    }
  }
}
