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

  /// Takes the next token.
  ///
  /// - Parameter isSameFigure: whether it belongs to the figure before it, as in `10.000`.
  /// - Returns: false if no number goes on so.
  mutating func goesOn(with token: WrittenMessage.Token, isSameFigure: Bool) -> Bool {
    if token.isNumeric {
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
    } else if !NumberWords.isPart(word) {
      return false
    }
    last = .other
    return true
  }
}
