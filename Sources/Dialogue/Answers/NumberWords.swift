/// The words of numbers, Indonesian and English, as customers type them.
enum NumberWords {
  static let units: [String: Int] = [
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "lapan": 8,
    "sembilan": 9, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "satuu": 1, "stu": 1, "atu": 1, "tujoh": 7,
  ]
  /// Words that need no other before them.
  static let wholes: [String: Int] = [
    "sepuluh": 10, "spuluh": 10, "sebelas": 11, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "selusin": 12,
  ]
  static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80,
    "ninety": 90,
  ]
  static let zero: Set<String> = ["nol", "kosong", "zero", "nul"]
  static let scales: [String: Int] = [
    "ribu": 1000, "rb": 1000, "rbu": 1000, "k": 1000, "thousand": 1000, "juta": 1_000_000, "jt": 1_000_000,
    "jta": 1_000_000, "million": 1_000_000, "mio": 1_000_000, "miliar": 1_000_000_000,
    "milyar": 1_000_000_000,
    "milliar": 1_000_000_000, "billion": 1_000_000_000, "triliun": 1_000_000_000_000,
    "trilyun": 1_000_000_000_000, "trillion": 1_000_000_000_000,
  ]
  /// One of a scale in one word.
  static let oneOfScale: [String: Int] = ["seribu": 1000, "sejuta": 1_000_000, "semiliar": 1_000_000_000]
  static let hundred: Set<String> = ["ratus", "rts", "hundred"]
  static let oneHundred: Set<String> = ["seratus", "sratus"]
  static let teens: Set<String> = ["belas", "bls"]
  static let timesTen: Set<String> = ["puluh", "plh", "pulu"]
  /// What may stand before a number without being part of it.
  static let before: Set<String> = ["rp", "idr"]
  /// What things are counted by, after a number.
  static let counters: Set<String> = [
    "buah", "bh", "pcs", "pc", "pieces", "biji", "orang", "org", "unit", "item", "items", "lembar", "porsi",
    "pax",
    "bungkus", "kotak", "botol", "pasang", "dus", "people", "rupiah",
    "kg", "kilo", "kilogram", "gram", "gr", "ons", "liter", "ltr", "meter", "koli", "box", "boks", "karung",
    "sak",
    "rim", "set", "potong", "gelas", "piring", "mangkok", "cup", "slice", "ekor", "butir", "tangkai", "ikat",
    "hari", "malam", "minggu", "bulan", "tahun", "thn",
  ]

  private static let known: Set<String> = {
    var words = Set(units.keys).union(wholes.keys).union(tens.keys).union(oneOfScale.keys)
    words.formUnion(zero)
    words.formUnion(oneHundred)
    words.formUnion(before)
    return words
  }()

  /// Whether a number may begin with `word`.
  static func isKnown(_ word: String) -> Bool { known.contains(word) || split(word).count > 1 }

  /// Whether a number without figures may have `word` in it.
  static func mayHave(_ word: String) -> Bool {
    !before.contains(word)
      && (isKnown(word) || tens[word] != nil || scales[word] != nil || hundred.contains(word)
        || teens.contains(word) || timesTen.contains(word) || word == "and")
  }

  private static let joined = ["belas", "puluh", "ratus", "ribu", "juta"]
  private static let endings = Set(joined.compactMap(\.utf8.last))

  /// `duapuluh` as `dua`, `puluh`; other words alone.
  static func split(_ word: String) -> [String] {
    // None is shorter than `empatribu` without its vowels, and most words are.
    guard word.utf8.count > 6, word.utf8.last.map(endings.contains) ?? false else { return [word] }
    for ending in joined where word.hasSuffix(ending) {
      let head = String(word.dropLast(ending.count))
      if units[head] != nil || wholes[head] != nil || oneHundred.contains(head) { return [head, ending] }
    }
    return [word]
  }

  /// The value of words alone, without figures; nil if they are no number.
  static func value(_ words: [String]) -> Int? {
    var grammar = NumberGrammar(words.flatMap(split).map { .word($0) })
    return grammar.value()
  }
}
