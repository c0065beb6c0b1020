/// A pattern as instructions, each of which leads only to earlier ones: none can run in a circle.
struct PatternProgram: Sendable, Hashable {
  enum Instruction: Sendable, Hashable {
    /// The message is over.
    case accept
    case word(String, isCounted: Bool, next: Int)
    case slot(Int, next: Int)
    /// The first of these that leads on.
    case fork([Int])
    /// `...`: any words of this line, as few as it can.
    case gap(next: Int)
    case lineBreak(next: Int)
    /// A line `...` before others: to the beginning of a line, this or a later one.
    case toLineStart(next: Int)
    /// A line `...` after others: to the end of a line, this or a later one.
    case toLineEnd(next: Int)
  }

  private(set) var instructions: [Instruction] = [.accept]
  private(set) var slots: [PatternSlot] = []
  /// Where it begins.
  private(set) var entry = 0

  init(_ lines: [PatternLine]) {
    var next = 0
    for (number, line) in lines.enumerated().reversed() {
      switch line {
      case .any:
        next = add(number == 0 ? .toLineStart(next: next) : .toLineEnd(next: next))
      case .parts(let nodes, let isOpenBefore, let isOpenAfter):
        if isOpenAfter { next = add(.gap(next: next)) }
        next = add(nodes, next: next)
        if isOpenBefore { next = add(.gap(next: next)) }
        let followsAnyStart = number == 1 && lines[0] == .any
        if number > 0 && !followsAnyStart { next = add(.lineBreak(next: next)) }
      }
    }
    entry = next
  }

  private mutating func add(_ instruction: Instruction) -> Int {
    instructions.append(instruction)
    return instructions.count - 1
  }

  private mutating func add(_ nodes: [PatternNode], next: Int) -> Int {
    var next = next
    for node in nodes.reversed() {
      switch node {
      case .word(let word, let isCounted): next = add(.word(word, isCounted: isCounted, next: next))
      case .slot(let slot):
        slots.append(slot)
        next = add(.slot(slots.count - 1, next: next))
      case .optional(let nodes):
        let inside = add(nodes, next: next)
        next = add(.fork([inside, next]))
      case .choice(let choices):
        let after = next
        var entries: [Int] = []
        for choice in choices { entries.append(add(choice, next: after)) }
        next = add(.fork(entries))
      }
    }
    return next
  }
}
