extension Pattern {
  /// Messages of this shape, at least one for each way through it; nil if there are more than `limit` ways.
  ///
  /// A slot holds something that its kind takes, three different things over all; a few messages may not fit the
  /// pattern after all.
  package func samples(upTo limit: Int) -> [String]? {
    var samples: [String] = []
    for seed in 0..<3 {
      var texts = [""]
      for line in lines {
        guard case .parts(let nodes, let isOpenBefore, let isOpenAfter) = line else { continue }
        guard let ways = nodes.sampled(seed, upTo: limit), texts.count * ways.count <= limit
        else { return nil }
        let isOpen = isOpenBefore || isOpenAfter
        let framed = ways.flatMap { way -> [String] in
          let longer = (isOpenBefore ? "zxqv wqzk " : "") + way + (isOpenAfter ? " vqzx kzwq" : "")
          return isOpen ? [way, longer] : [way]
        }
        texts = texts.flatMap { text in framed.map { text.isEmpty ? $0 : text + "\n" + $0 } }
      }
      samples += texts
    }
    return samples
  }

  /// So many messages of this shape, by different ways through it; each part of it is in some of them.
  package func someSamples(_ count: Int) -> [String] {
    (0..<count).map { number in
      var draw = WayDraw(number)
      return lines.compactMap { line -> String? in
        guard case .parts(let nodes, let isOpenBefore, let isOpenAfter) = line else { return nil }
        let way = nodes.drawn(&draw)
        let isLong = draw.next(2) == 1
        return (isOpenBefore && isLong ? "zxqv wqzk " : "") + way
          + (isOpenAfter && isLong ? " vqzx kzwq" : "")
      }.joined(separator: "\n")
    }
  }

  /// The slots that take part in every message it fits.
  package var certainSlots: Set<String> {
    lines.reduce(into: []) { slots, line in
      if case .parts(let nodes, _, _) = line { slots.formUnion(nodes.certainSlots) }
    }
  }
}

/// Draws the ways of one message: the n-th takes the n-th of every choice, and the rest in turn.
private struct WayDraw {
  let seed: Int
  private var state: UInt64

  init(_ number: Int) {
    seed = number
    state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  /// From 0 to one less than `count`; by turns over the first messages, so that none is left out.
  mutating func next(_ count: Int) -> Int {
    if seed < count { return seed }
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}

extension [PatternNode] {
  fileprivate func drawn(_ draw: inout WayDraw) -> String {
    var way = ""
    for node in self {
      switch node {
      case .word(let text, let isCounted): way += (isCounted ? " " : "") + text
      case .slot(let slot): way += " " + slot.sample(draw.seed)
      case .optional(let nodes): if draw.next(2) == 1 { way += " " + nodes.drawn(&draw) }
      case .choice(let choices): way += " " + choices[draw.next(choices.count)].drawn(&draw)
      }
    }
    return way.split(separator: " ").joined(separator: " ")
  }

  fileprivate var certainSlots: Set<String> {
    reduce(into: []) { slots, node in
      switch node {
      case .word, .optional: break
      case .slot(let slot): slots.insert(slot.name)
      case .choice(let choices):
        guard let first = choices.first else { break }
        slots.formUnion(choices.dropFirst().reduce(first.certainSlots) { $0.intersection($1.certainSlots) })
      }
    }
  }

  fileprivate func sampled(_ seed: Int, upTo limit: Int) -> [String]? {
    var ways = [""]
    for node in self {
      let next: [String]?
      switch node {
      case .word(let text, let isCounted): next = [(isCounted ? " " : "") + text]
      case .slot(let slot): next = [" " + slot.sample(seed)]
      case .optional(let nodes): next = nodes.sampled(seed, upTo: limit).map { [""] + $0.map { " " + $0 } }
      case .choice(let choices):
        let all = choices.map { $0.sampled(seed, upTo: limit) }
        next = all.contains { $0 == nil } ? nil : all.flatMap { $0 ?? [] }.map { " " + $0 }
      }
      guard let next, ways.count * next.count <= limit else { return nil }
      ways = ways.flatMap { way in next.map { way + $0 } }
    }
    return ways.map { $0.split(separator: " ").joined(separator: " ") }
  }
}

extension PatternSlot {
  /// Something it takes; another for another seed.
  fileprivate func sample(_ seed: Int) -> String {
    switch kind {
    case .text(let lengths):
      Self.letters(lengths, ["zxqv wqzk vqzx", "Wqzk vqx", "zqx"][seed % 3], blank: " ")
    case .word(let lengths): Self.letters(lengths, ["zxqvwqzk", "wqz", "zq"][seed % 3], blank: "")
    case .number(let range):
      [range.lower ?? range.upper ?? 7, range.upper ?? (range.lower ?? 0) + 12, range.lower ?? 3][seed % 3]
        .description
    case .digits(let lengths):
      String(
        String(repeating: "73915284607391528460", count: 2)
          .prefix([lengths.lowerBound, 20, 8][seed % 3].clamped(lengths)))
    case .phone: ["081234567890", "6281298765432", "+62 812 3456 7891"][seed % 3]
    case .date(let expectation):
      switch expectation {
      case .any: ["17/8/2031", "3 mei 2029", "1/12/2018"][seed % 3]
      case .future: ["17/8/2190", "3 mei 2191", "31/12/2189"][seed % 3]
      case .past: ["17/8/1990", "3 mei 1991", "31/12/1989"][seed % 3]
      }
    case .time: ["10:30", "09.15", "23:05"][seed % 3]
    }
  }

  private static func letters(_ lengths: ClosedRange<Int>, _ text: String, blank: String) -> String {
    let filler = String(repeating: "qzxwv" + blank, count: lengths.lowerBound / 5)
    let long = text.count < lengths.lowerBound ? text + blank + filler : text
    return String(long.prefix(max(lengths.lowerBound, min(lengths.upperBound, long.count))))
  }
}

extension Int {
  fileprivate func clamped(_ range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
