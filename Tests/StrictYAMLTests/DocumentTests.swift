import Testing

@testable import StrictYAML

@Suite("reading a document")
struct DocumentTests {
  private func read(_ text: String) -> Document { Document.read(Array(text.utf8), file: "a.yaml") }

  @Test(
    "every value stays text as typed",
    arguments: ["no", "08:00", "0812345", "2026-08-17", "~", "null", "1e3", "0x10", "true", "1_000"])
  func text(value: String) throws {
    let document = read("key: \(value)\n")
    #expect(document.diagnostics.isEmpty)
    let entry = try #require(document.root?.mapping?.entries.first)
    #expect(entry.value.scalar?.text == value)
    #expect(entry.value.scalar?.style == .plain)
    #expect(entry.value.span == Span(file: "a.yaml", line: 1, column: 6, length: value.count))
  }

  @Test("what good bots write is read without a word")
  func good() {
    let document = read(
      """
      ---
      # a comment
      #commented: out
      scenarios:          # another
        hello:
          keywords: [halo, "hi # there", 'it''s: me']   # a third
          reply: "Halo *Kak*! # 5 {name|Kak}"
          more: {id: "a: b", en: c}
          url: https://example.com/#part
          time: 08:00
        long:
          steps:
            - say: |
                Ketik: MENU
                - *satu* #1
              \u{20}
                @dua

            - say: >-
                a: b
            - say: satu
                dua tiga
                empat
            - goto: hello
            - - nested
              - list
        "quoted key": {
          a: [1,
            2]
        }
        multi: "one
          two: three"
      last: {a: "x", b: [c, d]}
      json: {"status":"a: #b # c","list":["d #e"]}
      """)
    #expect(document.diagnostics.isEmpty, "\(document.diagnostics)")
    #expect(document.isWhole)
    #expect(document.root?.mapping?.entries.count == 3)
  }

  @Test("places count Unicode scalars, also behind emoji and a byte order mark")
  func places() throws {
    let document = Document.read([0xEF, 0xBB, 0xBF] + Array("a: {b: \"👋🏽\", c: x}\r\nd: 1\n".utf8), file: "f")
    let root = try #require(document.root?.mapping)
    let inner = try #require(root.entries.first?.value.mapping)
    #expect(inner.entries[1].key.span == Span(file: "f", line: 1, column: 14))
    #expect(inner.span == Span(file: "f", line: 1, column: 4, length: 15))
    #expect(root.entries[1].key.span == Span(file: "f", line: 2, column: 1))
  }

  @Test("what begins where the file breaks off has its place in the file")
  func end() throws {
    let root = try #require(read("a: {b c: d, e\n").root?.mapping)
    #expect(
      root.entries.first?.value.mapping?.entries.last?.value.span == Span(file: "a.yaml", line: 1, column: 14)
    )
  }

  @Test("bytes that are no UTF-8 are shown at their place", arguments: ["\n", "\r", "\r\n"])
  func encoding(lineBreak: String) {
    let document = Document.read(Array("a: 1\(lineBreak)é: ".utf8) + [0xFF, 0x0A, 0xFF], file: "a.yaml")
    #expect(document.diagnostics.map(\.span) == [Span(file: "a.yaml", line: 2, column: 4)])
  }

  @Test("several traps show at once, although YAML stops at the first")
  func several() {
    let document = read(
      """
      a: *tebal*
      b: Jam buka: 08:00
      c:hai
      d: @budi
      e: Pesanan #5
      f: {name}, halo
      g: ok
      """)
    #expect(document.diagnostics.map(\.span.line) == [1, 2, 3, 4, 5, 6])
    #expect(!document.isWhole)
  }

  @Test(
    "an empty file is no document and no mistake", arguments: ["", "\n\n", "# only a comment\n", "---\n"])
  func empty(text: String) {
    let document = read(text)
    #expect(document.diagnostics.isEmpty)
    #expect(document.root?.mapping == nil)
  }

  @Test("what was read before a syntax error is kept, marked as partial")
  func partial() throws {
    let document = read("a: 1\nb:\n  c: 2\n  d: 'x' y\n")
    let root = try #require(document.root?.mapping)
    #expect(!root.isWhole)
    #expect(root.entries.map(\.key.text) == ["a", "b"])
    #expect(root.entries.last?.value.mapping?.isWhole == false)
  }

  @Test("deep nesting is refused before it costs anything", arguments: ["[", "{a: ", "- "])
  func deep(opening: String) {
    let document = read(String(repeating: opening, count: 200_000))
    #expect(document.diagnostics.contains { $0.rule == YAMLRule.tooDeep.rawValue })
  }

  @Test("random bytes and random changes never trap")
  func random() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    let pieces = [
      "a", ":", " ", "\n", "  ", "- ", "[", "]", "{", "}", "#", "\"", "'", "*", "&", "!", "|", ">", "\t",
      "key: ", "👋", "\r", "\\", "%", "@", ",", "?", "\u{0}", "\u{85}", "---",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...40, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let document = read(text)
      _ = DiagnosticFormat.text.render(document.diagnostics, sources: ["a.yaml": text])
      #expect(document.isWhole || !document.diagnostics.isEmpty, "seed \(seed): \(text.debugDescription)")
    }
    for _ in 0..<1000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = Document.read(bytes, file: "a.yaml")
    }
  }
}

/// SplitMix64.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
