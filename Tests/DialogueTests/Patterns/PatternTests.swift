import Testing

@testable import Dialogue

@Suite struct PatternTests {
  private func match(_ pattern: String, _ message: String) throws -> PatternMatch? {
    try Pattern(parsing: pattern).match(WrittenMessage(message), in: ExpectationTests.context)
  }

  @Test(
    "slots are filled as the customer typed them",
    arguments: [
      ("INV-{number:digits 4-8}", "INV-1001", ["number": "1001"]),
      ("INV-{number:digits 4-8}", "inv 1001", ["number": "1001"]),
      ("INV-{number:digits 4-8}", "Inv1001", ["number": "1001"]),
      ("INV-{number:digits 4-8}", "INV-101", nil),
      ("INV-{number:digits 4-8}", "cek INV-1001", nil),
      ("[cek] [pesanan] INV-{number:digits 4-8}", "cek INV-1001?", ["number": "1001"]),
      ("[cek] [pesanan] INV-{number:digits 4-8}", "pesanan inv-1001", ["number": "1001"]),
      ("[cek] [pesanan] INV-{number:digits 4-8}", "pesanan cek inv-1001", nil),
      ("cari {what:text}", "CARI Kotak (Besar)!", ["what": "Kotak (Besar)"]),
      ("cari {what:text}", "cari: C++", ["what": "C++"]), ("cari {what:text}", "cari", nil),
      (
        "dari {a:text} ke {b:text}", "Dari Jakarta, ke Bandung Barat.",
        ["a": "Jakarta", "b": "Bandung Barat"]
      ),
      ("dari {a:text} ke {b:text}", "dari A ke B ke C", ["a": "A", "b": "B ke C"]),
      ("{a:word} {b:text}", "satu dua tiga", ["a": "satu", "b": "dua tiga"]),
      ("{name:text 2-3}", "x", nil), ("{name:text 2-3}", "xy", ["name": "xy"]),
      ("{name:text 2-3}", "x yz", nil),
      ("{code:word 4-6} ok", "AB12C ok", ["code": "AB12C"]),
      ("beli {n:number 1-50} {what:text}", "beli dua puluh lima mawar", ["n": "25", "what": "mawar"]),
      ("beli {n:number} kg", "beli 1.500 kg", ["n": "1500"]), ("beli {n:number} kg", "beli 5kg", ["n": "5"]),
      ("bayar {n:number}", "bayar Rp 1,5jt", ["n": "1500000"]),
      ("hp {p:phone}", "HP: 0812-3456-7890", ["p": "6281234567890"]),
      ("hp {p:phone}", "hp +65 9123 4567", ["p": "6591234567"]),
      (
        "booking {d:date future} jam {t:time}", "booking besok jam 8 pagi", ["d": "2026-02-04", "t": "08:00"]
      ),
      ("booking {d:date} {t:time}", "booking 17/8/2026 08.30", ["d": "2026-08-17", "t": "08:30"]),
      ("(cek|lacak) {n:digits 4}", "lacak 0022", ["n": "0022"]),
      ("(cek|lacak resi) {n:digits 4}", "lacak 0022", nil),
      ("(a {x:word}|b {y:word})", "b z", ["y": "z"]), ("[tolong (cek|lihat)] resi", "tolong lihat resi", [:]),
      ("resi\n{n:digits 4}", "Resi:\n\n 1234", ["n": "1234"]), ("resi\n{n:digits 4}", "resi 1234", nil),
      ("resi {n:digits 4}", "resi\n1234", nil),
      ("...\nresi {n:digits 4}", "halo\nkak\nresi 1234", ["n": "1234"]),
      ("...\nresi {n:digits 4}", "resi 1234", ["n": "1234"]),
      ("nama {a:text}\n...\nkota {b:text}", "nama B\nx\nkota C", ["a": "B", "b": "C"]),
      ("nama {a:text}\n...\nkota {b:text}", "nama B\nkota C", ["a": "B", "b": "C"]),
      ("nama {a:text}\n...", "nama Budi\n1\n2", ["a": "Budi"]),
      ("nama {a:text}\n...", "halo\nnama Budi", nil),
      ("nama {a:text}\n---\nkota {b:text}", "nama B\nkota C", ["a": "B", "b": "C"]),
      ("***\nnama {a:text}\n=====", "***\nnama B", ["a": "B"]),
      ("nama {a:text}\n... :", "nama B\nkota C", ["a": "B"]),
      ("beli {n:number} {what:text}", "beli ½ kg", nil), ("beli {a:text}", "beli ½", ["a": "½"]),
      ("{a:text} kg", "½½ kg", ["a": "½½"]),
      ("… resi …", "tolong cek resi dong", [:]), ("a", "", nil),
    ] as [(String, String, [String: String]?)])
  func slots(pattern: String, message: String, values: [String: String]?) throws {
    #expect(try match(pattern, message)?.values == values)
  }

  @Test("words outside ... are counted, with the place where they begin")
  func counts() throws {
    let tracking = try match("... muatan DO-{n:digits 4}", "tolong lacak muatan DO-0022")
    #expect(tracking == PatternMatch(values: ["n": "0022"], count: 2, at: 2, isWhole: false))
    let whole = try match("... muatan DO-{n:digits 4}", "muatan do0022")
    #expect(whole == PatternMatch(values: ["n": "0022"], count: 2, at: 0, isWhole: true))
    let search = try match("cari {what:text}", "CARI kotak pesanan")
    #expect(search == PatternMatch(values: ["what": "kotak pesanan"], count: 1, at: 0, isWhole: true))
    #expect(try match("covid19 ...", "covid19 dan covid-19")?.count == 1)
  }

  @Test("respelled words fit, and slots keep what was typed")
  func respelled() throws {
    let message = WrittenMessage("crii kotakk", respelled: ["cari", "kotak"])
    let pattern = try Pattern(parsing: "cari {what:text}")
    #expect(pattern.match(message, in: ExpectationTests.context)?.values == ["what": "kotakk"])
    #expect(pattern.vocabulary == ["cari"])
  }

  @Test(
    "a character that is several words is understood, and saved as it was typed",
    arguments: [("½", "½"), ("a½", "a½"), ("no 3½", "no 3½"), ("℅", "℅"), ("(½)", "(½)")])
  func severalWords(text: String, saved: String) throws {
    let message = WrittenMessage(text)
    #expect(message.words == PlainText.words(text))
    let pattern = try Pattern(parsing: "{x:text}")
    #expect(pattern.match(message, in: ExpectationTests.context)?.values == ["x": saved])
  }

  @Test("synonyms stand for any of their phrases")
  func synonyms() throws {
    let pattern = try Pattern(parsing: "@price {what:text}", synonyms: ["price": ["harga", "berapa harga"]])
    let message = WrittenMessage("Berapa harga mawar")
    #expect(pattern.match(message, in: ExpectationTests.context)?.values == ["what": "mawar"])
    #expect(pattern.vocabulary == ["harga", "berapa"])
  }

  @Test(
    "a mistake is told with its place",
    arguments: [
      ("INV-{number", "this { has no } after it", 4, 1), ("[cek", "this [ has no ] after it", 0, 1),
      ("cek]", "this ] has nothing before it that it belongs to", 3, 1),
      ("(a|)", "there is no word here", 2, 1),
      ("a ... b", "... may stand only at the beginning and at the end of a line", 2, 3),
      ("...", "this pattern fits a message without words too", 0, 3),
      ("[a]", "this pattern fits a message without words too", 0, 3),
      ("", "this pattern fits a message without words too", 0, 0),
      ("a {x}", "a slot of a pattern needs its kind", 3, 1),
      (
        "a {X:text}", "\"X\" is not a name: use small letters, digits, _ and ., beginning with a letter", 3, 1
      ),
      ("a {x:tekst}", "\"tekst\" is no kind of slot", 5, 5),
      ("a {x:digits 8-4}", "the range 8-4 ends before it begins", 12, 3),
      ("{x:word} {x:word}", "the slot {x} stands here a second time", 9, 8),
      ("{x:digits}{y:digits}", "two slots need a blank between them", 10, 1),
      ("harga[nya]", "a word must not touch a bracket here, for it would be cut in two", 5, 0),
      ("pre{x:word}", "a word must not touch a bracket here, for it would be cut in two", 3, 0),
      ("a {x:word 5000-}", "the lengths of `word` go from 1 to 4096", 10, 5),
      (
        String(repeating: "(a ", count: 100_000), "this pattern has too many brackets in each other", 90, 1
      ),
      ("@pric", "there are no synonyms @pric", 0, 5),
    ])
  func mistakes(text: String, message: String, offset: Int, length: Int) throws {
    let mistake = #expect(throws: SyntaxMistake.self) {
      try Pattern(parsing: text, synonyms: ["price": ["harga"]])
    }
    #expect(mistake?.message == message)
    #expect(mistake?.offset == offset && mistake?.length == length, "\(String(describing: mistake))")
  }
}
