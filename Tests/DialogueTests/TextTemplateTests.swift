import Testing

@testable import Dialogue

@Suite struct TextTemplateTests {
  @Test(
    "a text is read as its author wrote it",
    arguments: [
      ("", [.literal("")]),
      ("Halo", [.literal("Halo")]),
      (
        "Halo {contact.name|Kak}!",
        [.literal("Halo "), .slot(name: "contact.name", fallback: "Kak"), .literal("!")]
      ),
      ("{a}{b|}", [.slot(name: "a", fallback: nil), .slot(name: "b", fallback: "")]),
      ("{a|b|c: d}", [.slot(name: "a", fallback: "b|c: d")]),
      ("{{a} }", [.literal("{a} }")]),
      ("{{{a}", [.literal("{"), .slot(name: "a", fallback: nil)]),
      ("{_x9.y}", [.slot(name: "_x9.y", fallback: nil)]),
      ("{total:rupiah}", [.slot(name: "total", format: .rupiah, fallback: nil)]),
      ("{a:title|Kak}", [.slot(name: "a", format: .title, fallback: "Kak")]),
    ] as [(String, [TextTemplate.Piece])])
  func reads(text: String, pieces: [TextTemplate.Piece]) throws {
    #expect(try TextTemplate.parse(text).pieces == pieces)
  }

  @Test(
    "a mistake is told with its place",
    arguments: [
      ("Halo {name", .unclosed, 5, 1), ("{", .unclosed, 0, 1), ("{a {b}", .unclosed, 0, 1),
      ("👋 {}", .emptyName, 2, 2), ("{|Kak}", .emptyName, 0, 6),
      ("{Name}", .badName("Name"), 1, 4), ("{9a}", .badName("9a"), 1, 2), ("{ a}", .badName(" a"), 1, 2),
      ("{a b|c}", .badName("a b"), 1, 3),
      ("x {total:rupee}", .format(name: "total", format: "rupee"), 8, 6),
      ("{a|{b}}", .nestedBrace, 3, 1),
    ] as [(String, TextTemplate.Mistake.Kind, Int, Int)])
  func mistakes(text: String, kind: TextTemplate.Mistake.Kind, offset: Int, length: Int) {
    #expect(throws: TextTemplate.Mistake(kind: kind, offset: offset, length: length)) {
      try TextTemplate.parse(text)
    }
  }

  @Test("a name with capitals gets a proposal")
  func proposal() {
    #expect(
      TextTemplate.Mistake(kind: .badName("Nama Toko"), offset: 0, length: 9).hint == "perhaps {nama_toko}")
  }

  @Test("a format shows a value in the customer's language, and leaves a default alone")
  func formats() throws {
    let template = try TextTemplate.parse("{total:rupiah} {day:date} {x:rupiah|1000}")
    let values = ["total": "1000000", "day": "2026-02-03"]
    #expect(template.render(lookup: { values[$0] }) == "Rp 1.000.000 3 Februari 2026 1000")
    #expect(template.render(language: "en", lookup: { values[$0] }) == "Rp 1,000,000 3 February 2026 1000")
  }

  @Test("places are filled, defaults step in, and what is unset is told")
  func renders() throws {
    let template = try TextTemplate.parse("{a}, {b|B}, {c|}, {d}. {{a}")
    var unset: [String] = []
    let text = template.render(lookup: { ["a": "1"][$0] }, unset: { unset.append($0) })
    #expect(text == "1, B, , . {a}")
    #expect(unset == ["d"])
    #expect(template.slotNames == ["a", "b", "c", "d"])
  }
}
