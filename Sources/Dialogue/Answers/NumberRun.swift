/// Whether words and figures one after the other may still be one number: what no number has is found early.
struct NumberRun {
  private enum Kind {
    case figure, unit, other
  }

  private var last: Kind?
  /// The scale of the last word such as `ribu`; the next must be smaller.
  private var scale = Int.max
  private var hasHundreds = false
  private var hasTens = false
  /// Digits of the last part of a figure behind a mark; nil in its first.
  private var group: Int?
  /// Whether nothing may follow but what counts things, or nothing at all.
  private var isClosed = false
  private var isOver = false
  /// Whether `Rp` stands before it.
  private var hasSign = false

  /// Takes the next token.
  ///
  /// - Parameter isSameFigure: whether it belongs to the figure before it, as in `10.000`.
  /// - Returns: false if no number goes on so.
  mutating func goesOn(with token: WrittenMessage.Token, isSameFigure: Bool) -> Bool {
    guard !isOver else { return false }
    if token.isNumeric {
      guard !isClosed else { return false }
      // A figure is followed by a scale, a counter or nothing.
      guard isSameFigure || last == nil || last == .other else { return false }
      // Only thousands go on.
      if isSameFigure, let group, group != 3 { return false }
      group = isSameFigure ? token.written.utf8.count : nil
      last = .figure
      return true
    }
    for word in NumberWords.split(token.written) {
      guard goesOn(with: word) else { return false }
    }
    return true
  }

  private mutating func goesOn(with word: String) -> Bool {
    if NumberWords.counters.contains(word) {
      isOver = true
      return true
    }
    guard !isClosed else { return false }
    if NumberWords.before.contains(word) { return beginsWith(word) }
    if NumberWords.zero.contains(word) {
      isClosed = true
      return last == nil
    }
    if NumberWords.units[word] != nil || NumberWords.wholes[word] != nil {
      defer { last = .unit }
      return last == nil || last == .other
    }
    if let next = NumberWords.scales[word] ?? NumberWords.oneOfScale[word] {
      guard next < scale else { return false }
      (scale, hasHundreds, hasTens) = (next, false, false)
    } else if NumberWords.hundred.contains(word) || NumberWords.oneHundred.contains(word) {
      guard !hasHundreds else { return false }
      hasHundreds = true
    } else if NumberWords.timesTen.contains(word) || NumberWords.teens.contains(word)
      || NumberWords.tens[word] != nil
    {
      guard !hasTens else { return false }
      hasTens = true
    } else if word != "and" {
      return false
    }
    last = .other
    return true
  }

  /// What stands before a number stands there once.
  private mutating func beginsWith(_ word: String) -> Bool {
    defer { hasSign = true }
    return last == nil && !hasSign
  }
}
