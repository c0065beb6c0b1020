/// Texts of pieces that are hard to tell apart: other scripts, marks, emoji, characters that are several words.
enum RandomTexts {
  private static let pieces = [
    "a", "ya", "yá", "kak", "KAK", "Jum'at", "'", "’", "½", "a½", "㍿", "ﷺ", "ﷲ", "ﬃ", "ⓨⓐ", "é", "e\u{301}",
    "\u{301}",
    "\u{301}\u{323}", "क्षि", "ครับ", "각", "\u{1100}\u{1161}\u{11A8}", "漢", "ガ", "か\u{3099}", "ｶﾞ", "مرحبا",
    "שלום", "Ⅷ", "１２", "٣", "1️⃣",
    "1\u{20E3}", "🔟", "👍", "👨‍👩‍👧", "🇮🇩", "™️", "\u{200B}", "\u{202E}", "ß", "İ", "Σς", "12", "1.000", "a1b2", "no",
    "dua", "ratus",
    "5", "0812", "3456", "7890", "a@b.co", "besok", "jam", "8", "-", ".", ",", "(", ")", "+", "satu", "kecil",
    "besar", "𝒶", "\u{1F1E6}",
  ]
  private static let blanks = [
    " ", " ", " ", " ", "", "  ", "\n", "\r\n", "\u{3000}", "\u{A0}", "\t", "\u{2028}",
  ]

  static func text(upTo count: Int = 9, using random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...count, using: &random)).map { _ in random.pick(pieces) + random.pick(blanks) }
      .joined()
  }

  /// With polite words behind it.
  static func politeText(using random: inout SeededRandom) -> String {
    let polite = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      random.pick(["ya", "kak", "YA", "yá", "mas", "½ya", "please", "ⓨⓐ"])
        + random.pick([" ", "", ".", "\n", "-"])
    }
    return text(upTo: 4, using: &random) + random.pick([" ", "", "\n", "-"]) + polite.joined()
  }
}
