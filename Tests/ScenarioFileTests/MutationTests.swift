import StrictYAML
import Testing

@testable import ScenarioFile

@Suite("bots that a random hand changed")
struct MutationTests {
  private static let pieces = [
    "", " ", "\n", "  ", "- ", ": ", "#", " #x", "\"", "'", "{", "}", "[", "]", "$", "{name}", "{{", "*", "&",
    "!",
    "|\n", "👋", "\t", "goto: ", "say", "reply: ", "steps:\n", "keywords: [1]", "../", "texts:", "\u{0}",
    "e\u{301}",
  ]

  @Test("never trap, and have a bot exactly if they have no error")
  func mutations() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SplitMix(state: seed)
    let media = BotVersion.MediaFile(hash: String(repeating: "0", count: 64), size: 1)
    let good = BotVersion(
      files: ExampleBot.files.filter { !$0.key.hasSuffix(".test.yaml") },
      media: [
        "files/katalog-2026.pdf": media, "files/salam.ogg": media, "files/toko.png": media,
      ])
    #expect(Compilation.stored(good).bot != nil)
    for _ in 0..<1500 {
      var version = good
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        guard let name = version.files.keys.sorted().randomElement(using: &random),
          let text = version.files[name]
        else { continue }
        version.files[name] = change(text, &random)
      }
      let compilation = Compilation.stored(version)
      #expect((compilation.bot == nil) == compilation.hasErrors, "seed \(seed)")
      for format in DiagnosticFormat.allCases {
        _ = format.render(compilation.diagnostics, sources: compilation.sources)
      }
    }
  }

  private func change(_ text: String, _ random: inout SplitMix) -> String {
    var scalars = Array(text.unicodeScalars)
    let start = Int.random(in: 0...scalars.count, using: &random)
    let end = min(scalars.count, start + Int.random(in: 0...12, using: &random))
    let piece = Self.pieces.randomElement(using: &random) ?? ""
    scalars.replaceSubrange(start..<end, with: Array(piece.unicodeScalars))
    return String(String.UnicodeScalarView(scalars))
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
