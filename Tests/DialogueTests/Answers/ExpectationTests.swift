import Testing

@testable import Dialogue

@Suite struct ExpectationTests {
  /// Tuesday 2026-02-03 06:01 in Jakarta.
  static let context = AnswerContext(now: TestBots.morning, timezone: TestBots.jakarta)

  private func check(_ expectation: String, _ typed: String, _ saved: String?) throws {
    let expectation = try Dialogue.Expectation(parsing: expectation)
    #expect(
      expectation.answer(typed, in: Self.context)?.value == saved, "\(expectation): \(typed.debugDescription)"
    )
  }

  @Test(
    "numbers as Indonesians type them",
    arguments: [
      ("10", "10"), ("10.000", "10000"), ("10,000", "10000"), ("1.500.000", "1500000"), ("10rb", "10000"),
      ("10 ribu", "10000"), ("10k", "10000"), ("Rp 10.000", "10000"), ("Rp. 10.000,-", "10000"),
      ("rp10rb", "10000"), ("1,5 juta", "1500000"), ("1.5jt", "1500000"), ("1.250 ribu", "1250000"),
      ("sepuluh", "10"), ("dua puluh lima", "25"), ("duapuluh lima", "25"), ("seratus", "100"),
      ("seratus dua puluh tiga", "123"), ("seribu lima ratus", "1500"),
      ("dua juta lima ratus ribu", "2500000"),
      ("2 juta 500 ribu", "2500000"), ("sejuta", "1000000"), ("sebelas", "11"), ("tujuh belas", "17"),
      ("limabelas", "15"), ("nol", "0"), ("2 pcs", "2"), ("3 orang", "3"), ("dua buah", "2"), ("satu", "1"),
      ("sepuluh kak", "10"), ("dua aja ya kak", "2"), ("5 ya", "5"), ("ten", "10"), ("twenty-five", "25"),
      ("one hundred and five", "105"), ("-5", "-5"), ("1️⃣0️⃣", "10"), ("🔟", "10"), ("１２", "12"), ("7.", "7"),
      ("10!", "10"), ("1.000,00", "1000"), ("500 kg", "500"),
      ("10 koli kak", "10"), ("dua minggu", "2"), ("2 ratus", "200"), ("seratus ribu", "100000"),
      ("007", "7"),
    ])
  func numbers(typed: String, saved: String) throws { try check("number", typed, saved) }

  @Test(
    "what is no whole number is none",
    arguments: [
      "", "banyak", "2,5", "1.5", "1,234 juta rupiah x", "satu dua", "1 2", "10-20", "10/2", "dua ribu juta",
      "ribu",
      "harga 10", "10 ribu 20 ribu", "12,34,56", "1.00.000", "1e6", "99999999999999999999",
      "dua puluh sebelas", "#5",
      "puluh", "1 juta 2 juta", "kak", "ya",
    ])
  func notNumbers(typed: String) throws { try check("number", typed, nil) }

  @Test("a number's bounds count")
  func numberBounds() throws {
    try check("number 1-100", "100", "100")
    try check("number 1-100", "101", nil)
    try check("number 1-100", "nol", nil)
    try check("number 1-", "5jt", "5000000")
    try check("number -5-5", "-5", "-5")
    try check("number -10--5", "-5", "-5")
  }

  @Test(
    "yes and no",
    arguments: [
      ("ya", "yes"), ("iya", "yes"), ("yoi", "yes"), ("Y", "yes"), ("ok", "yes"), ("OKE kak", "yes"),
      ("ya kak", "yes"), ("yaaaa", "yes"), ("iya betul", "yes"), ("ya dong", "yes"), ("boleh min", "yes"),
      ("👍🏽", "yes"), ("yes", "yes"), ("sure!", "yes"), ("ada", "yes"), ("betul sekali", "yes"),
      ("benar semua kak", "yes"),
      ("nggih", "yes"), ("iya kak makasih", "yes"), ("yes please", "yes"), ("salah", "no"),
      ("gak punya", "no"),
      ("tidak ada", "no"), ("sekali", nil), ("tidak salah", "no"), ("tidak", "no"), ("nggak", "no"),
      ("gak", "no"),
      ("ga", "no"), ("no", "no"), ("n", "no"), ("gak usah kak", "no"), ("ga dulu ya", "no"),
      ("enggak, makasih", "no"),
      ("👎", "no"), ("belum", "no"), ("tidak.", "no"), ("mungkin", nil), ("", nil), ("kak", nil),
      ("ya atau tidak", nil),
      ("harga", nil), ("saya mau pesan", nil), ("🙂", nil), ("👍👎", nil), ("ya harga berapa", nil),
    ] as [(String, String?)])
  func yesNo(typed: String, saved: String?) throws { try check("yes-no", typed, saved) }

  @Test(
    "polite words at the end are no part of an answer",
    arguments: [
      ("digits 4", "1234 pak", "1234"), ("phone", "0812 3456 7890 ya kak", "6281234567890"),
      ("email", "ani@example.com makasih", "ani@example.com"), ("date", "lusa ya", "2026-02-05"),
      ("time", "jam 4 sore kak", "16:00"), ("digits 4", "pak 1234", nil), ("text 2-60", "Budi ya", "Budi ya"),
    ] as [(String, String, String?)])
  func polite(expectation: String, typed: String, saved: String?) throws {
    try check(expectation, typed, saved)
  }

  @Test("a listed word is saved as listed, polite words or not")
  func oneOf() throws {
    let sizes = "one of [Kecil, \"Sedang, besar\", XL]"
    #expect(try Dialogue.Expectation(parsing: "one of [Kecil, XL]") == .oneOf(["Kecil", "XL"]))
    try check("one of [Kecil, Besar Sekali, XL]", "kecil kak", "Kecil")
    try check("one of [Kecil, Besar Sekali, XL]", "BESAR  sekali!", "Besar Sekali")
    try check("one of [Kecil, Besar Sekali, XL]", "xl aja dong", "XL")
    try check("one of [Kecil, Besar Sekali, XL]", "besar", nil)
    try check("one of [Ya dong, Nanti]", "ya dong", "Ya dong")
    #expect(throws: SyntaxMistake.self) { try Dialogue.Expectation(parsing: sizes + "x") }
    let message = WrittenMessage("kecl kak", respelled: ["kecil", "kak"])
    #expect(
      try Dialogue.Expectation(parsing: "one of [Kecil]").answer(message, in: Self.context)?.value == "Kecil")
  }

  @Test(
    "phones",
    arguments: [
      ("08123456789", "628123456789"), ("+62 812-3456-789", "628123456789"),
      ("62812 3456 789", "628123456789"),
      ("812-3456-789", "628123456789"), ("(021) 555-0199", "62215550199"), ("+6591234567", "6591234567"),
      ("\u{2068}+65 9123 4567\u{2069}", "6591234567"), ("(+62) 812 3456 789", "628123456789"),
      ("0812-3456-789\u{1B}[2J", nil), ("0812", nil), ("12345678", nil), ("nol delapan", nil),
      ("08123456789 atau 0812", nil), ("", nil),
    ] as [(String, String?)])
  func phones(typed: String, saved: String?) throws { try check("phone", typed, saved) }

  @Test(
    "mail addresses",
    arguments: [
      ("budi@contoh.co.id", true), (" Budi.S+1@mail.com ", true), ("budi", false), ("budi@", false),
      ("@a.id", false),
      ("a@b", false), ("a b@c.id", false), ("a@b..id", false), ("a@b.c", false), ("a@b@c.id", false),
    ])
  func emails(typed: String, isOne: Bool) throws { try check("email", typed, isOne ? typed.trimmed() : nil) }

  @Test("digits, in groups too")
  func digits() throws {
    try check("digits 16", "3273 0112 0990 0001", "3273011209900001")
    try check("digits 4-8", "12-34", "1234")
    try check("digits 4-8", "123", nil)
    try check("digits 4-8", "1234a", nil)
    try check("digits 4-8", "12,34", nil)
    try check("digits 2", "1️⃣2️⃣", "12")
    try check("digits", "0012", "0012")
  }

  @Test("text is saved as typed, without blanks around it")
  func text() throws {
    try check("text 2-60", "  Budi  Santoso \n", "Budi  Santoso")
    try check("text 2-60", "x", nil)
    try check("text 2", "é👍🏽", "é👍🏽")
    try check("text", "   ", nil)
    try check("media", "foto", nil)
  }

  @Test("a pattern gives its slots")
  func pattern() throws {
    let expectation = try Dialogue.Expectation(parsing: "pattern \"INV-{number:digits 4-8}\"")
    let answer = expectation.answer("inv 1001", in: Self.context)
    #expect(answer == Answer("inv 1001", slots: ["number": "1001"]))
    #expect(
      expectation.slotNames == ["number"] && !expectation.isFreeText && expectation.vocabulary == ["inv"])
    #expect(try Dialogue.Expectation(parsing: "pattern nama {x:text}").isFreeText)
  }
}
