import Fuzzing

@testable import Dialogue
@testable import ScenarioFile

/// What libFuzzer is told of a target's language (`-dict=`), made of the tables that the readers themselves go by.
struct FuzzDictionary {
  let target: FuzzTarget

  /// A line for each piece: quoted, and bytes that are no printable ASCII as `\xNN`.
  var text: String {
    var seen: Set<String> = []
    return pieces.filter { !$0.isEmpty && seen.insert($0).inserted }.map { Self.quoted($0) + "\n" }.joined()
  }

  private var pieces: [String] {
    let lists: [[String]] =
      switch target {
      case .yamlReader: [Self.signs, Self.characters]
      case .botReader: [Self.signs, Self.words, Self.smallLanguages, Self.patterns]
      case .patternCompiler: [Self.patterns, Self.characters, ["@harga", "@kosong"]]
      case .matcher: [Self.trial, Self.patterns, Self.characters, Self.values]
      }
    return Array(lists.joined())
  }

  /// What means something to YAML, and what only looks as if it did.
  private static let signs = [
    ": ", ":", "- ", "-", "? ", "? - ", "# ", " #x", "\"", "'", "''", "\\\"", "\\", "\\x41", "\\u0041", "|\n",
    "|-\n", "|+2\n", ">-\n", ">", "[", "]", "{", "}", ", ", "&a", "*a", "!t ", "!!str ", "!<x>",
    "%YAML 1.2\n", "---",
    "---\n", "...\n", "~", "<<: ", "@", "`", "\t", "\n", "\r", "\r\n", "\n  ", "\n    ", "\n- ", "\u{0}",
    "\u{85}",
    "\u{2028}", "\u{FEFF}",
  ]

  /// What is more, or less, than one character of one word.
  private static let characters = [
    "\u{301}", "\u{323}", "\u{20E3}", "\u{FE0F}", "\u{200D}", "\u{200B}", "\u{202E}", "1\u{FE0F}\u{20E3}",
    "👨‍👩‍👧",
    "🔟", "™️", "🇮🇩", "\u{FDFA}", "\u{FDF2}", "ß", "ǅ", "İ", "ς", "ﬁ", "①", "½", "ⅷ", "㍿", "０", "٣", "क",
    "\u{94D}",
    "가", "\u{1100}\u{1161}", "é", "’", "'", "…", "\u{A0}", "\u{3000}",
  ]

  private static let words: [String] = {
    let places = Vocabulary.places + Vocabulary.tests
    return places.flatMap(\.entries).flatMap { [$0.name + ": "] + choices(of: $0.value) }
  }()

  private static func choices(of value: WordValue) -> [String] {
    switch value {
    case .choice(let words): words
    case .optional(let value), .list(let value), .named(let value): choices(of: value)
    default: []
    }
  }

  private static let smallLanguages: [String] = {
    let formats = TextFormat.allCases.map { ":" + $0.rawValue }
    return Expectation.kinds + formats + idioms
  }()

  private static let idioms = [
    "{contact.name|Kak}", "{bot.name}", "{message.text}", "{options}", "{{", "$t", "@harga", " is set",
    " is not ",
    " in [a, b]", " and ", " or ", "not (", "hours.h is open", "mon-fri: ", "08:00-12:00", "closed: ", "30m",
    "24h",
    "3 per 10m", "one of [a, b]", "GET erp/x", "https://a.example", "a.png", "a.pdf", "a.ogg", "%%% b.yaml\n",
    "%%% bot.test.yaml\n", "user: ", "bot: ", "# balas: allow ",
  ]

  private static let patterns: [String] = {
    let slots = PatternSlot.kinds.flatMap { ["{x:\($0)}", "{y:\($0) 2-5}", ":\($0)"] }
    return slots + brackets
  }()

  private static let brackets = [
    "...", "…", "... ", " ...", "[", "]", "(", "|", ")", "{", "}", "[a]", "(a|b)", " past}", " future}",
    " 4-}",
  ]

  private static let trial: [String] = {
    let questions = Expectation.kinds.map { "ask \($0)\n" }
    let bots = ReadyBots.all.keys.sorted().map { "use \($0)\n" }
    return trialWords + questions + bots
  }()

  private static let trialWords = [
    "key ", "exact ", "pattern ", "ask ", "menu ", "plain\n", "no typos\n", "use ", "say ", "fill\n", "!",
    "|", "\n\n",
  ]

  private static let values: [String] = {
    let numbers = NumberWords.units.keys.sorted() + NumberWords.scales.keys.sorted()
    return numbers + answers
  }()

  private static let answers = [
    "puluh", "belas", "ratus", "seratus",
    "besok", "senin depan", "17 agustus", "17/8/2026", "tgl 17", "hari lagi", "jam 8", "setengah 9", "08.30",
    "pagi",
    "dini hari", "10.000", "1,5jt", "Rp ", "+62", "0812-3456-7890", "a@b.id", "ya", "nggak", "nya", "kah",
    "loooo",
  ]

  private static func quoted(_ piece: String) -> String {
    let bytes: [String] = piece.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\""): return "\\\""
      case UInt8(ascii: "\\"): return "\\\\"
      case 0x20..<0x7F: return String(UnicodeScalar(byte))
      default: return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return "\"" + bytes.joined() + "\""
  }
}
