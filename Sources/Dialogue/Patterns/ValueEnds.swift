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
  /// By the numbers of their words, of the expectation that is read now.
  private var days: [ArraySlice<Int>: Int?] = [:]
  private var minutes: [ArraySlice<Int>: Int?] = [:]
  private let words: TokenWords
  private lazy var numberWords = WordAnswers(words, NumberWords.mayHave)
  private lazy var dateWords = WordAnswers(words, DateReader.mayHave)
  private lazy var timeWords = WordAnswers(words, TimeReader.mayHave)
  /// Readers asked.
  private(set) var operations = 0

  init(_ message: WrittenMessage, _ context: AnswerContext) {
    self.message = message
    self.context = context
    today = context.today.daysSince1970
    words = TokenWords(message.tokens)
  }

  /// Every value that a slot's kind takes.
  func values(of slot: PatternSlot) -> [Value] {
    let bounds = bounds(of: slot)
    return unbounded(slot).filter { bounds.contains($0.size) }
  }

  /// What the sizes of a slot's values may be.
  func bounds(of slot: PatternSlot) -> NumberRange {
    switch slot.kind {
    case .number(let range): range
    case .digits(let lengths): NumberRange(from: lengths.lowerBound, to: lengths.upperBound)
    case .date(.future) where !context.takesAnyDay: NumberRange(from: today)
    case .text, .word, .phone, .date, .time: NumberRange()
    }
  }

  /// Every value of a slot's kind, whatever its bounds are.
  func unbounded(_ slot: PatternSlot) -> [Value] {
    let slot = slot.unbounded
    if let values = known[slot.kind] { return values }
    var values: [Value] = []
    days = [:]
    for place in words.places(where: slot.mayBegin) {
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
      return remembered(words.numbers[range], in: &days) {
        DateReader.date(message.parts[range], expectation, in: context)?.daysSince1970
      }
    case .time:
      let minute = remembered(words.numbers[range], in: &minutes) {
        TimeReader.minute(message.parts[range])
      }
      return minute.flatMap { message.spansHours(message.tokens[range]) ? nil : $0 }
    }
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

  /// The end of the longest value that may begin at `place`, where one of its kind may.
  private func reach(of slot: PatternSlot, from place: Int) -> Int {
    var reach = place
    var figures = 0
    var digits = 0
    var run = NumberRun()
    let last = min(words.numbers.count, place + slot.longest)
    while reach < last {
      let word = words.numbers[reach]
      // A figure or, where a line ends, nothing.
      let length = words.digits[word]
      if length == 0 { return reach }
      if let length {
        figures += 1
        digits += length
      }
      switch slot.kind {
      case .number:
        let token = message.tokens[reach]
        let joins = reach > place && message.isOneFigure(message.tokens[reach - 1], token)
        guard digits <= NumberReader.digits, run.goesOn(with: token, isSameFigure: joins) else {
          return reach
        }
      case .phone: guard length != nil, digits <= PhoneNumber.digits else { return reach }
      // Day, month and year; hour, minute and second.
      case .date: guard figures <= 3, goesOn(at: reach, &dateWords, &run) else { return reach }
      case .time: guard figures <= 3, goesOn(at: reach, &timeWords, &run) else { return reach }
      case .digits, .text, .word: break
      }
      reach += 1
    }
    return reach
  }

  /// Whether a day or a time whose words are `known` may have the word at `place`.
  private func goesOn(at place: Int, _ known: inout WordAnswers, _ run: inout NumberRun) -> Bool {
    let word = words.numbers[place]
    let isFigure = words.digits[word] != nil
    if !isFigure, numberWords.isYes(word) {
      return run.goesOn(with: message.tokens[place], isSameFigure: false)
    }
    run = NumberRun()
    return isFigure || known.isYes(word)
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
  var unbounded: PatternSlot {
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
