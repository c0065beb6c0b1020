import ScenarioFile
import Testing

@Suite struct WildcardTextTests {
  @Test(
    "`...` stands for any text, and spaces and line breaks count alike",
    arguments: [
      ("Halo", "Halo", true), ("Halo", "halo", false),
      ("Halo Kak! 👋 ...", "Halo Kak! 👋 Selamat\ndatang", true),
      ("Pilih: ... 1. A ... 2. B", "Pilih:\n1. A\n2. B", true),
      ("Pilih: ... 1. A ... 2. B", "Pilih:\n1. A", false),
      ("...", "", true), ("...", "apa saja", true), ("Tunggu...", "Tunggu", true), ("a ... a", "a", false),
      ("... b", "a b c", false), ("... b ...", "a b c", true), ("Rp 1.000..", "Rp 1.000..", true),
      ("a\n  b", "a b", true), ("ab ... ba", "aba", false),
    ])
  func fits(written: String, text: String, expected: Bool) {
    #expect(WildcardText(written).fits(text) == expected)
  }
}
