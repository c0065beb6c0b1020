import Testing

@testable import Dialogue

@Suite struct PlainTextTests {
  @Test(
    "text is written plainly",
    arguments: [
      ("", []),
      ("   \n\t ", []),
      ("Halo Kak", ["halo", "kak"]),
      ("HALO!!!  apa-kabar?", ["halo", "apa", "kabar"]),
      ("Jum'at", ["jumat"]), ("Jum’at", ["jumat"]), ("Jum´at", ["jumat"]), ("Jumʼat é", ["jumat", "e"]),
      ("'halo' \"kak\"", ["halo", "kak"]), ("‘halo’", ["halo"]), ("halo' kak", ["halo", "kak"]),
      ("halo’ kak", ["halo", "kak"]), ("a''b", ["a", "b"]), ("a’’b", ["a", "b"]),
      ("*tebal* _miring_ ~coret~ ```kode```", ["tebal", "miring", "coret", "kode"]),
      ("INV-1001", ["inv", "1001"]),
      ("Café crème", ["cafe", "creme"]), ("Cafe\u{301}", ["cafe"]),
      ("ＨＡＬＯ　１２", ["halo", "12"]), ("𝓗𝓪𝓵𝓸", ["halo"]), ("ﬁle", ["file"]), ("①②", ["12"]),
      ("ŉ ʼn", ["n", "n"]),
      ("Straße ΟΔΟΣ οδος", ["strasse", "οδοσ", "οδοσ"]),
      ("İstanbul", ["istanbul"]),
      ("ha\u{200B}r\u{FEFF}ga\u{00AD}", ["harga"]), ("\u{200E}menu\u{202C}", ["menu"]),
      ("你好 мир Привет", ["你好", "мир", "привет"]),
      ("नमस्ते", ["नमस्ते"]), ("がか", ["がか"]), ("ありがとう", ["ありがとう"]), ("안녕", ["안녕"]),
      ("أهلاً", ["اهلا"]), ("Nabi Muhammad ﷺ", ["nabi", "muhammad"]),
      ("z" + String(repeating: "\u{301}\u{323}", count: 50) + "algo", ["zalgo"]),
    ] as [(String, [String])])
  func words(text: String, expected: [String]) {
    #expect(PlainText.words(text) == expected)
  }

  @Test(
    "keycap emoji are digits and other emoji go",
    arguments: [
      ("1️⃣", ["1"]), ("1\u{20E3}", ["1"]), ("1️⃣0️⃣", ["10"]), ("🔟", ["10"]), ("no 2️⃣ ya", ["no", "2", "ya"]),
      ("pilih1️⃣kak", ["pilih", "1", "kak"]), ("#️⃣ *️⃣", []),
      ("halo😀dunia", ["halo", "dunia"]), ("👍🏽", []), ("👨‍👩‍👧‍👦 keluarga", ["keluarga"]), ("🇮🇩 merdeka", ["merdeka"]),
      ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", []), ("❤️ toko™️ ℹ️ ©", ["toko"]), ("Ⓜ️🅰️㊗️", []), ("harga ☺ 1", ["harga", "1"]),
    ] as [(String, [String])])
  func emoji(text: String, expected: [String]) {
    #expect(PlainText.words(text) == expected)
  }

  @Test("plain text stays as it is, and ASCII takes the same way as the rest")
  func idempotent() {
    var random = SeededRandom(seed: 7)
    let alphabet = Array("aB9 '’-_.éñ字क्षが1️⃣👍🏽\u{200D}\u{301}Σß")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a"
        })
      let words = PlainText.words(text)
      #expect(PlainText.words(words.joined(separator: " ")) == words, "\(text.debugDescription)")
      if text.allSatisfy(\.isASCII) {
        #expect(PlainText.unicodeWords(text) == words, "\(text.debugDescription)")
      }
    }
  }
}
