@testable import Dialogue

/// Bots and messages made of few words, so that they meet often.
enum RandomBots {
  static let alphabet = ["a", "b", "c", "harga", "Éclair", "1️⃣", "jum'at", "menu"]

  static func phrase(_ length: ClosedRange<Int>, using random: inout SeededRandom) -> String {
    (0..<Int.random(in: length, using: &random)).map { _ in random.pick(alphabet) }
      .joined(separator: random.pick([" ", ", ", "-", "  "]))
  }

  static func message(using random: inout SeededRandom) -> String {
    let text = phrase(0...9, using: &random)
    return random.once(in: 3) ? text.uppercased() + "!" : text
  }

  /// Scenarios that share no phrase; goto may lead anywhere, also round in circles.
  static func scenarios(using random: inout SeededRandom) -> [Scenario] {
    var taken: Set<[String]> = []
    let names = (0..<Int.random(in: 1...12, using: &random)).map { "s\($0)" }
    return names.map { name in
      var phrases: [String] = []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let phrase = phrase(1...4, using: &random)
        if taken.insert(PlainText.words(phrase)).inserted { phrases.append(phrase) }
      }
      let cut = Int.random(in: 0...phrases.count, using: &random)
      let steps = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        step(names: names, using: &random)
      }
      return TestBots.scenario(
        name, keywords: Array(phrases[..<cut]), exact: Array(phrases[cut...]), steps: steps)
    }
  }

  static func bot(using random: inout SeededRandom) -> Bot {
    func replies(_ random: inout SeededRandom) -> [Reply] {
      (0..<Int.random(in: 0...2, using: &random)).map { _ in reply(using: &random) }
    }
    let misses = (0..<Int.random(in: 0...3, using: &random)).map { _ in replies(&random) }
    return TestBots.bot(
      scenarios(using: &random), fallback: Fallback(replies: misses, media: replies(&random)),
      constants: ["toko": "Melati"])
  }

  private static func step(names: [String], using random: inout SeededRandom) -> Step.Action {
    switch random.pick(Step.Kind.allCases) {
    case .send: .send((0..<Int.random(in: 0...3, using: &random)).map { _ in reply(using: &random) })
    case .goto: .goto(scenario: random.once(in: 20) ? "nowhere" : random.pick(names))
    case .end: .end(random.once(in: 2) ? .scenario : .session)
    }
  }

  private static func reply(using random: inout SeededRandom) -> Reply {
    let texts = [
      "halo {contact.name|Kak}", "{x}", "{x|}", "{message.text} {toko}", "{today} {now} {lang}", "ya",
    ]
    if random.once(in: 4) {
      let caption = random.once(in: 2) ? try? TextTemplate.parse(random.pick(texts)) : nil
      return .media(
        kind: random.pick(MediaKind.allCases), hash: "0", fileName: "a.jpg", caption: caption)
    }
    return TestBots.text(random.pick(texts))
  }
}
