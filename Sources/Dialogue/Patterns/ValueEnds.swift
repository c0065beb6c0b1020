/// The values that slots may take in a message, and where they end: read once, whatever patterns ask.
///
/// Readers of numbers and days are dear, so they are asked only where ``reach(of:from:)``, which is cheap, says that
/// they might say yes.
final class ValueEnds {
  /// A value at a place of the message.
  struct Value {
    var place: Int
    /// Its tokens.
    var length: Int
    /// What its slot may bound: the number it is, how many digits it has, which day it is.
    var size: Int
  }

  /// Longer texts are no values as a rule, and comparing them takes longer than telling that.
  private static let memorable = 100

  private let message: WrittenMessage
  private let context: AnswerContext
  private let today: Int
  private var known: [PatternSlot.Kind: [Value]] = [:]
  private var numbers: [Substring: Int?] = [:]
  private var phones: [Substring: Int?] = [:]
  private var longPhones: [Range<String.Index>: Int?] = [:]
  private var days: [DateExpectation: [ArraySlice<String>: Int?]] = [:]
  private var minutes: [ArraySlice<String>: Int?] = [:]
  private var numberWords: [String: Bool] = [:]
  private var dateWords: [String: Bool] = [:]
  private var timeWords: [String: Bool] = [:]
  /// Readers asked.
  private(set) var operations = 0

  init(_ message: WrittenMessage, _ context: AnswerContext) {
    self.message = message
    self.context = context
    today = context.today.daysSince1970
  }

  /// Every value that a slot's kind takes.
  func values(of slot: PatternSlot) -> [Value] {
    let all = unbounded(slot)
    switch slot.kind {
    case .number(let range): return all.filter { range.contains($0.size) }
    case .digits(let lengths): return all.filter { lengths.contains($0.size) }
    case .date(.future) where !context.takesAnyDay: return all.filter { $0.size >= today }
    case .text, .word, .phone, .date, .time: return all
    }
  }

  /// Every value of a slot's kind, whatever its bounds are.
  private func unbounded(_ slot: PatternSlot) -> [Value] {
    let slot = slot.unbounded
    if let values = known[slot.kind] { return values }
    var values: [Value] = []
    for place in message.tokens.indices {
      for end in stride(from: reach(of: slot, from: place), to: place, by: -1) {
        operations += 1
        guard let size = size(of: slot, place..<end) else { continue }
        values.append(Value(place: place, length: end - place, size: size))
      }
    }
    known[slot.kind] = values
    return values
  }

  /// What ``Value/size`` is of the tokens `range`; nil if they are no such value.
  private func size(of slot: PatternSlot, _ range: Range<Int>) -> Int? {
    switch slot.kind {
    case .text, .word: return nil
    case .digits(let lengths):
      let count = message.tokens[range.lowerBound].written.utf8.count
      return range.count == 1 && lengths.contains(count) ? count : nil
    case .number:
      let typed = message.whole(range)
      guard typed.utf8.count <= Self.memorable else { return NumberReader.number(typed) }
      return remembered(typed, in: &numbers) { NumberReader.number(typed) }
    case .phone:
      guard let typed = message.phoneNumber(range) else { return nil }
      guard typed.utf8.count <= Self.memorable else {
        return remembered(typed.startIndex..<typed.endIndex, in: &longPhones) {
          PhoneNumber.answered(typed).map { _ in 0 }
        }
      }
      return remembered(typed, in: &phones) { PhoneNumber.answered(typed).map { _ in 0 } }
    case .date(let expectation):
      let words = message.parts[range]
      return remembered(words, in: &days[expectation, default: [:]]) {
        DateReader.date(words, expectation, in: context)?.daysSince1970
      }
    case .time:
      let words = message.parts[range]
      let minute = remembered(words, in: &minutes) { TimeReader.minute(words) }
      return minute.flatMap { message.spansHours(message.tokens[range]) ? nil : $0 }
    }
  }

  private func isOfNumber(_ word: String) -> Bool {
    remembered(word, in: &numberWords) { NumberWords.mayHave(word) }
  }

  private func isOfDay(_ slot: PatternSlot, _ word: String) -> Bool {
    if case .time = slot.kind { return remembered(word, in: &timeWords) { TimeReader.mayHave(word) } }
    return remembered(word, in: &dateWords) { DateReader.mayHave(word) }
  }

  /// What was found before for the same words.
  private func remembered<Key: Hashable, Value>(
    _ key: Key, in known: inout [Key: Value], _ find: () -> Value
  ) -> Value {
    if let value = known[key] { return value }
    let found = find()
    known[key] = found
    return found
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
      case .date, .time:
        let isNumber = !token.isNumeric && isOfNumber(token.written)
        guard figures <= 3, token.isNumeric || isNumber || isOfDay(slot, token.written) else { return reach }
        if !isNumber {
          run = NumberRun()
        } else if !run.goesOn(with: token, isSameFigure: false) {
          return reach
        }
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

extension PatternSlot {
  /// A slot that takes what this one does and more of its kind.
  fileprivate var unbounded: PatternSlot {
    var slot = self
    switch kind {
    case .number: slot.kind = .number(NumberRange())
    case .digits: slot.kind = .digits(1...Self.digits)
    case .date(.future): slot.kind = .date(.any)
    case .text, .word, .phone, .date, .time: break
    }
    return slot
  }
}
