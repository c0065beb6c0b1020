import Dialogue
import Foundation

/// Bots that no author writes, made to be slow to match against.
enum AdverseBots {
  /// The questions of every bot: one of each kind, and a menu of thirty lines.
  static func questions() throws -> [Scenario] {
    let expectations = [
      "text", "text 2-60", "number", "number 1-500", "digits 16", "phone", "email", "date", "date future",
      "time",
      "yes-no", "one of [kecil, sedang, besar sekali, ya, 12]", "pattern INV-{number:digits 4-8}",
      "pattern ... {what:text} ke {where:text} [tanggal {day:date}] ...",
    ]
    let asked = try expectations.enumerated().map { number, expectation in
      scenario(
        "ask \(number)", steps: [.ask(Question(.ask(try Expectation(parsing: expectation)), prompt: []))])
    }
    var words = Words(seed: 3)
    let options = (0..<30).map { _ in
      Question.Option(
        label: LocalizedText(TextTemplate(literal: words.word(of: 6) + " " + words.word(of: 8))))
    }
    return asked + [scenario("menu", steps: [.ask(Question(.menu(options), prompt: []))])]
  }

  /// As many scenarios as a bot of one's catalogue has, each with a phrase or two.
  static func manyScenarios() throws -> Bot {
    var words = Words(seed: 1)
    var scenarios = (0..<20_000).map { number in
      let word = words.word(of: 4 + number % 9)
      return scenario("s\(number)", keywords: ["kata\(number)", "dua kata\(number)", word, "harga \(word)"])
    }
    scenarios += (0..<26).map { scenario("l\($0)", keywords: [String(Unicode.Scalar(UInt8(97 + $0)))]) }
    return try bot(scenarios)
  }

  /// Keywords made of each other, so that a message has thousands of them.
  static func nestedKeywords() throws -> Bot {
    let repeated = (1...1000).map { Array(repeating: "a", count: $0).joined(separator: " ") }
    let alternating = (1...500).map { Array(repeating: "a b", count: $0).joined(separator: " ") }
    let almost = (1...500).map { Array(repeating: "a b", count: $0).joined(separator: " ") + " c" }
    return try bot([scenario("nested", keywords: repeated + alternating + almost)])
  }

  /// Words that are all like each other.
  static func likeWords() throws -> Bot {
    var words = Words(seed: 7)
    let like = (0..<20_000).map { number in "b" + words.word(of: 6 + number % 4) }
    return try bot([scenario("like", keywords: like)])
  }

  static let slots = [
    "saya {a:number} dan {b:number}", "... {a:number} dan {b:number} ...",
    "... {a:number} [x] {b:number} ...",
    "... {a:number 1-500} ...", "... {a:text} ke {b:text} ...", "... {a:text 2-40} {b:text 3-9} ...",
    "... {a:word 2-8} ...",
    "... {a:date} {b:time} ...", "... {a:date future} ...", "... {a:date past} jam {b:time} ...",
    "... {p:phone} ...",
    "... {d:digits 4-8} ...", "... {t:time} ...", "order {n:number 1-10} {x:word}",
    "kirim {a:text} ke {b:text} tanggal {d:date}",
    "... (a|b|c) [d] {n:number} ...", "[a] [a] [a] [a] [a] [a] [a] x", "((a|a b) {x:text}|(a|b) {y:text}) z",
    "{a:text} {b:text} {c:text} x", "{a:word} {b:word} {c:word} {d:word} ...",
    "...\nnama {n:text}\nalamat {a:text}\n...",
    "nama {n:text}\n...\nhp {p:phone}", "...\n... {a:date} ...\n... {b:time} ...\n...",
    "... [[[a] b] c] {n:text 1-5} ...",
    "INV-{number:digits 4-8}", "... INV-{number:digits 1-8} ...",
  ]

  static func everySlot() throws -> Bot { try bot([scenario("slots", patterns: slots)]) }

  /// Several hundred patterns, most of which no word of a message rules out.
  static func manyPatterns() throws -> Bot {
    var words = Words(seed: 5)
    return try bot(
      (0..<400).map { number in
        let (one, other) = (words.word(of: 4), words.word(of: 5))
        let pattern =
          switch number % 6 {
          case 0: "... (\(one)|a|ke) {x:text} [\(other)] ..."
          case 1: "... {x:number} (\(one)|a|1|b) {y:text 2-\(number)} ..."
          case 2: "... a {x:date} [\(other)] ..."
          case 3: "... {x:text 2-\(number)} ke {y:text} ..."
          case 4: "[\(one)] {x:phone} [\(other)] ..."
          default: "... {x:time} [[\(one)] \(other)] {y:number 1-\(number)} ..."
          }
        return scenario("p\(number)", patterns: [pattern])
      })
  }

  private static let position = SourcePosition(file: "bot.yaml", line: 1, column: 1)

  static func bot(_ scenarios: [Scenario]) throws -> Bot {
    Bot(
      name: "Benchmark", hash: "", options: BotOptions(timezone: .gmt),
      scenarios: scenarios + (try questions()),
      fallback: Fallback())
  }

  static func scenario(
    _ name: String, keywords: [String] = [], patterns: [String] = [], steps: [Step.Action] = []
  ) -> Scenario {
    let starts =
      keywords.map { Start(kind: .keyword, phrase: $0, position: position) }
      + patterns.compactMap { pattern in
        (try? Pattern(parsing: pattern)).map { Start(pattern: $0, position: position) }
      }
    return Scenario(
      name: name, starts: starts, steps: steps.map { Step($0, position: position) }, position: position)
  }
}
