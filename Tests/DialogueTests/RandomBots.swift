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

  private static func step(names: [String], depth: Int = 0, using random: inout SeededRandom) -> Step.Action {
    switch random.pick(Step.Kind.allCases) {
    case .send:
      return .send(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in reply(using: &random) },
        SendOptions(notSent: handler(names, depth, using: &random)))
    case .ask: return .ask(question(names, depth, using: &random))
    case .set:
      let variable = random.pick(["x", "contact.y", "lang", "z"])
      return .set([Assignment(variable, TextTemplate(literal: random.pick(["", "en", "1", "budi"])))])
    case .choose:
      let condition = random.pick(["x is set", "x is not set", "x < 2 or z is 1", "not (lang is en)"])
      guard depth < 3, let parsed = try? Condition(parsing: condition) else { return .end(.scenario) }
      return .choose(
        parsed, then: steps(names, depth + 1, using: &random),
        otherwise: steps(names, depth + 1, using: &random))
    case .call:
      return .call(
        Call(
          method: "GET", url: TextTemplate(literal: "https://a.example/"), timeout: .seconds(5),
          variable: "x",
          failed: handler(names, depth, using: &random) ?? .steps([])))
    case .goto: return .goto(scenario: random.once(in: 20) ? "nowhere" : random.pick(names))
    case .visit: return .visit(scenario: random.once(in: 20) ? "nowhere" : random.pick(names))
    case .optOut: return .optOut("marketing")
    case .end: return .end(random.once(in: 2) ? .scenario : .session)
    }
  }

  private static func steps(_ names: [String], _ depth: Int, using random: inout SeededRandom) -> [Step] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Step(step(names: names, depth: depth, using: &random), position: TestBots.somewhere)
    }
  }

  private static func handler(_ names: [String], _ depth: Int, using random: inout SeededRandom) -> Handler? {
    switch Int.random(in: 0...2, using: &random) {
    case 0: nil
    case 1: .goto(scenario: random.pick(names))
    default: depth < 3 ? .steps(steps(names, depth + 1, using: &random)) : nil
    }
  }

  private static func question(_ names: [String], _ depth: Int, using random: inout SeededRandom) -> Question
  {
    let expectations: [Dialogue.Expectation] = [
      .text(1...20), .yesNo, .media, .oneOf(["satu", "dua"]), .number(NumberRange(from: 1, to: 9)), .phone,
    ]
    let options = (0..<3).map {
      Question.Option(
        label: LocalizedText(TextTemplate(literal: "pilihan \($0)")),
        target: handler(names, depth, using: &random))
    }
    return Question(
      random.once(in: 2) ? .menu(options) : .ask(random.pick(expectations)), prompt: [reply(using: &random)],
      variable: random.once(in: 2) ? "x" : nil, retry: random.once(in: 2) ? [reply(using: &random)] : [],
      tries: random.once(in: 2) ? 2 : nil, onFail: handler(names, depth, using: &random),
      timeout: random.once(in: 2) ? .seconds(1) : nil, onTimeout: handler(names, depth, using: &random),
      leavesForKeywords: random.once(in: 3))
  }

  /// A place that may be one of a bot of ``bot(using:)``.
  static func place(using random: inout SeededRandom) -> StepPlace {
    StepPlace(
      scenario: "s\(Int.random(in: 0...3, using: &random))", step: random.pick(["say 1", "ask 1", "x"]))
  }

  private static func reply(using random: inout SeededRandom) -> Reply {
    let texts = [
      "halo {contact.name|Kak}", "{x}", "{x|}", "{message.text} {toko}", "{today} {now} {lang}", "ya",
    ]
    if random.once(in: 4) {
      let caption = random.once(in: 2) ? try? LocalizedText(TextTemplate.parse(random.pick(texts))) : nil
      return .media(
        kind: random.pick(MediaKind.allCases), hash: "0", fileName: "a.jpg", caption: caption)
    }
    return TestBots.text(random.pick(texts))
  }
}
