/// Messages of 4,096 characters that no customer writes, made to be slow to read.
enum AdverseMessages {
  /// Unicode scalars, as a message's length is counted everywhere.
  static let length = 4096

  static let all: [(name: String, text: String)] =
    units.map { ($0, filled(with: $0)) } + made

  /// Written again and again.
  private static let units = [
    "a", "1", " ", "'", "é", "a ", "a b ", "1 ", "12-", "ab1", "1a", "a'b ", "A.", "x, ", "a\n", "1\n", "\n",
    "\r\n",
    "halooo ", "pesann ", "aaabbbccc", "aaa", "ya ", "kak ", "no ", "no 1 ", "pilih ", "dua ", "dua ratus ",
    "seratus dua puluh ", "duapuluh ", "1.000.", "1,5 juta ", "rp ", "0812 ", "08123456789 ", "+62 ",
    "(0812) ",
    "08:00 ", "jam 8 pagi ", "setengah ", "besok ", "senin ", "17 agustus 2026 ", "17/8/2026 ", "hari ",
    "tgl ",
    "a@b.co ", "@", "a.", "ke ", "a ke ", "kirim a ke b tanggal 17 ", "INV-1001 ", "yg ", "hrg brp ",
    "harganya ",
    "1️⃣", "1️⃣ ", "é ", "e\u{301} ", "e\u{301}", "\u{FDFA}", "\u{FDFA} ", "\u{FDF2}", "\u{FDF2} ", "ﬃ ", "½ ",
    "½ya ", "👍", "👍 ", "👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦 ", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇮🇩", "ｈａｌｏ ", "한", "각 ", "漢 ", "漢", "क्षि ", "ครับ ", "مرحبا ", "שלום ",
    "\u{202E}abc ", "\u{200B}", "a\u{200B}", "a\u{200B} ", "a\u{301}\u{323} ", "ﬁ", "\u{1F51F}", "ǅ ", "ß ",
    "İ ",
    "’", "a’b ", "\u{3000}", "\u{2028}", "１２３ ", "٣٤٥ ", "𝒶 ", "Ⅷ ", "㍿ ", "㋿", "\u{AC00}\u{11A8}", "ꦲꦤ ",
  ]

  private static var made: [(name: String, text: String)] {
    [
      ("piled up marks", "a" + filled(with: "\u{301}\u{323}").dropLast()),
      ("piled up vowel signs", "क" + filled(with: "\u{93C}\u{94D}\u{951}").dropLast()),
      ("different letters of the alphabet", different(1)),
      ("different words of five letters", different(5)),
      ("different words of eight letters", different(8)),
      ("different words of twelve letters", different(12)),
      ("different words with accents", different(6).replacing("a", with: "á")),
      ("different Chinese characters", scalars(from: 0x4E00)),
      ("different syllables", scalars(from: 0xAC00)),
      ("different compatible characters", scalars(from: 0xFB50)),
      ("different signs", scalars(from: 0x2000)),
      ("blanks, then polite words", filled(with: " ", 2048) + filled(with: "ya ", 2048)),
      ("signs, then polite words", filled(with: "。", 2048) + filled(with: "ya ", 2048)),
      ("a number, then polite words", "dua ratus " + filled(with: "ya ", 4080)),
      ("a day, then polite words", "besok " + filled(with: "kak ", 4080)),
      ("an address, then polite words", filled(with: "a.", 200) + "@b.co " + filled(with: "ya ", 3880)),
      ("choices, then polite words", filled(with: "no ", 2048) + filled(with: "ya ", 2048)),
      ("fractions, then polite words", filled(with: "½", 2048) + filled(with: "½ya ", 2048)),
      ("accents, then polite words", filled(with: "é ", 2048) + filled(with: "ya ", 2048)),
      ("polite words with accents", filled(with: "yá ")),
      ("a digit, then blanks", "1" + filled(with: " ", 4094) + "1"),
    ]
  }

  /// `unit` again and again, whole.
  static func filled(with unit: String, _ length: Int = length) -> String {
    String(repeating: unit, count: length / unit.unicodeScalars.count)
  }

  /// Words of so many letters, no two alike as long as there are others.
  private static func different(_ letters: Int) -> String {
    var words = Words(seed: 7)
    return (0..<(length / (letters + 1))).map { _ in words.word(of: letters) }.joined(separator: " ")
  }

  private static func scalars(from first: UInt32) -> String {
    let scalars = (first...).lazy.compactMap { Unicode.Scalar($0) }
    return String(
      String.UnicodeScalarView(scalars.filter { $0.properties.generalCategory != .unassigned }.prefix(length))
    )
  }
}

/// Words that can be spoken, always the same ones for a seed.
struct Words {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func word(of letters: Int) -> String {
    String((0..<letters).map { $0 % 2 == 0 ? pick("bcdghjklmnprstwy") : pick("aeiou") })
  }

  private mutating func pick(_ letters: String) -> Character {
    Array(letters)[number(below: letters.count)]
  }

  mutating func number(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }
}
