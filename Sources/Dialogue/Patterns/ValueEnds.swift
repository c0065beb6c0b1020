/// Where the values that slots take end in a message: read once, whatever patterns ask.
///
/// Readers of numbers and days are dear, so they are asked only where ``reach(of:from:)``, which is cheap, says that
/// they might say yes.
final class ValueEnds {
  private let message: WrittenMessage
  private let context: AnswerContext
  private var known: [PatternSlot.Kind: [[Int]?]] = [:]
  /// Readers asked.
  private(set) var operations = 0

  init(_ message: WrittenMessage, _ context: AnswerContext) {
    self.message = message
    self.context = context
  }

  /// The ends of every value of a slot's kind that begins at `place`, the furthest first.
  func ends(of slot: PatternSlot, from place: Int) -> [Int] {
    if let ends = known[slot.kind]?[place] { return ends }
    let reach = reach(of: slot, from: place)
    var ends: [Int] = []
    for end in stride(from: reach, to: place, by: -1) {
      operations += 1
      if slot.value(place..<end, of: message, in: context) != nil { ends.append(end) }
    }
    known[slot.kind, default: Array(repeating: nil, count: message.tokens.count + 1)][place] = ends
    return ends
  }

  /// The end of the longest value that may begin at `place`; `place` itself if none can.
  private func reach(of slot: PatternSlot, from place: Int) -> Int {
    let tokens = message.tokens
    guard place < tokens.count, slot.mayBegin(with: tokens[place]) else { return place }
    var reach = place
    var figures = 0
    var digits = 0
    var run = NumberRun()
    while reach < min(tokens.count, place + slot.longest), !tokens[reach].isLineBreak {
      let token = tokens[reach]
      if token.isNumeric {
        figures += 1
        digits += token.written.utf8.count
      }
      switch slot.kind {
      case .number:
        let joins = reach > place && message.isOneFigure(tokens[reach - 1], token)
        guard digits <= NumberReader.digits, run.goesOn(with: token, isSameFigure: joins) else {
          return reach
        }
      case .phone: guard token.isNumeric, digits <= PhoneNumber.digits else { return reach }
      // Day, month and year; hour, minute and second.
      case .date, .time: guard figures <= 3 else { return reach }
      case .digits, .text, .word: break
      }
      reach += 1
    }
    return reach
  }
}

extension WrittenMessage {
  /// Whether two neighbours are parts of one figure, as in `10.000`.
  fileprivate func isOneFigure(_ left: Token, _ right: Token) -> Bool {
    guard left.isNumeric, right.isNumeric, left.range.upperBound < right.range.lowerBound else {
      return false
    }
    let between = text[left.range.upperBound..<right.range.lowerBound]
    return between == "." || between == ","
  }
}
