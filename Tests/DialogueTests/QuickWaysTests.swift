import Foundation
import Testing

@testable import Dialogue

/// What is done in a quick way gives what the plain way gives.
@Suite struct QuickWaysTests {
  private func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return Array(String(view).precomposedStringWithCanonicalMapping.unicodeScalars)
  }

  @Test(
    "characters are taken apart as Foundation does, each of them", arguments: [0..<0x3400, 0x4E00..<0xFFFE])
  func characters(range: Range<UInt32>) {
    let scalars = range.compactMap(Unicode.Scalar.init).filter { !$0.isASCII }
    let wrong = scalars.filter { scalar in
      let foundation = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
      return composed(CompatibilityForm.decomposed([scalar])) != composed(Array(foundation))
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5).map { String($0.value, radix: 16) })")
  }

  @Test("texts are taken apart as Foundation does", arguments: 0..<40)
  func texts(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<60 {
      let text = RandomTexts.text(using: &random)
      let foundation = text.decomposedStringWithCompatibilityMapping.unicodeScalars
      #expect(
        composed(CompatibilityForm.decomposed(Array(text.unicodeScalars))) == composed(Array(foundation)),
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("many pieces have the words they have one by one", arguments: 0..<40)
  func pieces(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<60 {
      let pieces = RandomTexts.text(using: &random).split(whereSeparator: \.isWhitespace)
      #expect(
        PlainText.words(ofEach: pieces) == pieces.map { PlainText.words(String($0)) },
        "seed \(seed): \(pieces)")
    }
  }

  @Test("words with their places are the words of the text", arguments: 0..<40)
  func places(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<60 {
      let text = RandomTexts.text(using: &random)
      #expect(WrittenMessage(text).words == PlainText.words(text), "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("a message without its polite words is as if they had not been written", arguments: 0..<60)
  func politeness(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var dropped = 0
    for _ in 0..<60 {
      let text = RandomTexts.politeText(using: &random)
      var shorter = PoliteMessage(WrittenMessage(text))
      while shorter.dropPoliteWord() {
        dropped += 1
        let anew = PoliteMessage(WrittenMessage(String(shorter.text)))
        #expect(Array(shorter.words) == Array(anew.words), "seed \(seed): \(text.debugDescription)")
        #expect(Array(shorter.written) == Array(anew.written), "seed \(seed): \(text.debugDescription)")
        #expect(Array(shorter.parts) == Array(anew.parts), "seed \(seed): \(text.debugDescription)")
        #expect(shorter.hasSeveralChunks == anew.hasSeveralChunks, "seed \(seed): \(text.debugDescription)")
      }
    }
    #expect(dropped > 20)
  }

  @Test("sets of places are sets", arguments: 0..<40)
  func sets(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 1...200, using: &random)
    func some() -> Set<Int> {
      let rarity = Int.random(in: 1...9, using: &random)
      return Set((0..<count).filter { _ in random.once(in: rarity) })
    }
    func set(_ places: Set<Int>) -> PlaceSet { PlaceSet(count: count) { places.contains($0) } }
    func places(_ set: PlaceSet) -> Set<Int> { Set((0..<count).filter(set.contains)) }
    let (these, others) = (some(), some())
    #expect(places(set(these).intersection(set(others))) == these.intersection(others))
    #expect(places(set(these).before()) == Set(these.map { $0 - 1 }.filter { $0 >= 0 }))
    #expect(set(these).last == these.max() && set(these).isEmpty == these.isEmpty)
    let steps = Int.random(in: 1...14, using: &random)
    var union = set([])
    union.formUnion(of: set(others), before: set(these), by: steps)
    #expect(places(union) == others.filter { these.contains($0 + steps) })
    var reached = these
    for place in (0..<count).reversed() where reached.contains(place) && others.contains(place) && place > 0 {
      reached.insert(place - 1)
    }
    #expect(places(set(these).spread(through: set(others))) == reached, "seed \(seed)")
  }

  @Test("the winner is the first of all that fit, patterns and keywords", arguments: 0..<60)
  func winner(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let words = ["a", "b", "ke", "12", "harga", "menu"]
    let patterns = try (0..<6).map { _ -> Pattern in
      let parts = (0..<Int.random(in: 1...3, using: &random)).enumerated().map { number, _ in
        random.once(in: 2)
          ? random.pick(words) : "{s\(number):\(random.pick(["text", "word", "number 1-20", "digits 2"]))}"
      }
      return try Pattern(
        parsing: (random.once(in: 2) ? "... " : "") + parts.joined(separator: " ")
          + (random.once(in: 2) ? " ..." : ""))
    }
    let scenarios =
      RandomBots.scenarios(using: &random)
      + patterns.enumerated().map { number, pattern in
        Scenario(
          name: "p\(number)", starts: [Start(pattern: pattern, position: TestBots.somewhere)], steps: [],
          position: TestBots.somewhere, isAlways: random.once(in: 4))
      }
    let matcher = Matcher(scenarios: scenarios)
    for _ in 0..<30 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(words) }.joined(
        separator: " ")
      let reading = matcher.speller.reading(text)
      let all = matcher.matches(reading, in: .anytime)
      let starts = matcher.starts(fitting: reading, in: .anytime)
      #expect(starts.winner == all.first, "seed \(seed): \(text)")
      let isEven: (String) -> Bool = { $0.hashValue % 2 == 0 }
      #expect(starts.wholeWinner(where: isEven) == all.first { $0.isWhole && isEven($0.scenario) })
      let fitting = patterns.indices.filter { patterns[$0].match(reading.written, in: .anytime) != nil }
      #expect(
        Set(all.filter { $0.kind == .pattern }.map(\.phrase)) == Set(fitting.map { patterns[$0].source }))
    }
  }

  @Test("slips are counted as by the whole table", arguments: 0..<40)
  func slips(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let left = (0..<Int.random(in: 1...(random.once(in: 9) ? 64 : 9), using: &random)).map { _ in
        random.pick(["a", "b", "c"] as [Unicode.Scalar])
      }
      var right = left
      for _ in 0..<Int.random(in: 0...3, using: &random) where !right.isEmpty {
        let place = Int.random(in: right.indices, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: right[place] = "d"
        case 1: right.remove(at: place)
        case 2: right.insert("a", at: place)
        default: if place > 0 { right.swapAt(place, place - 1) }
        }
      }
      let all = EditTable.edits(left, right)
      for limit in 0...2 {
        #expect(
          EditDistance.between(left, right, atMost: limit) == (all <= limit ? all : nil), "seed \(seed)")
      }
    }
  }
}
