/// Puts figures and number words together: `2 juta lima ratus`, `1,5 juta`, `seratus dua puluh lima`.
struct NumberGrammar {
  enum Part: Hashable {
    /// A figure: all its digits, and how many of them stand after the decimal mark.
    case figure(digits: Int, decimals: Int)
    case word(String)
  }

  private let parts: [Part]
  private var index = 0

  init(_ parts: [Part]) { self.parts = parts }

  /// The value of all parts together; nil if they are no whole number.
  mutating func value() -> Int? {
    if parts.count == 1, case .word(let word) = parts[0], NumberWords.zero.contains(word) { return 0 }
    var total = 0
    var scale = Int.max
    var isAny = false
    while index < parts.count {
      guard let (part, size) = scaled(below: scale) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow else { return nil }
      total = sum
      scale = size
      isAny = true
    }
    return isAny ? total : nil
  }

  /// A group and its scale, which must be smaller than the one before; a scale of 1 for the last group.
  private mutating func scaled(below limit: Int) -> (value: Int, scale: Int)? {
    guard limit > 1 else { return nil }
    if case .word(let word) = parts[index], let scale = NumberWords.oneOfScale[word], scale < limit {
      index += 1
      return (scale, scale)
    }
    guard let group = group() else { return nil }
    if case .word(let word) = peek, let scale = NumberWords.scales[word] {
      index += 1
      guard scale < limit else { return nil }
      let (product, overflow) = group.digits.multipliedReportingOverflow(by: scale)
      let divisor = Self.power(group.decimals)
      guard !overflow, product % divisor == 0 else { return nil }
      return (product / divisor, scale)
    }
    let divisor = Self.power(group.decimals)
    guard group.digits % divisor == 0, limit == .max || group.digits / divisor < limit else { return nil }
    return (group.digits / divisor, 1)
  }

  private var peek: Part? { index < parts.count ? parts[index] : nil }

  /// A figure, or words below a thousand.
  private mutating func group() -> (digits: Int, decimals: Int)? {
    if case .figure(let digits, let decimals) = peek {
      index += 1
      guard case .word(let word) = peek, decimals == 0, digits < 10, NumberWords.hundred.contains(word) else {
        return (digits, decimals)
      }
      index -= 1
    }
    let hundreds = hundreds()
    if hundreds != nil, peek == .word("and") { index += 1 }
    let rest = belowHundred()
    if hundreds == nil && rest == nil { return nil }
    return ((hundreds ?? 0) + (rest ?? 0), 0)
  }

  private mutating func hundreds() -> Int? {
    if case .word(let word) = peek, NumberWords.oneHundred.contains(word) {
      index += 1
      return 100
    }
    return unit(before: NumberWords.hundred).map { $0 * 100 }
  }

  private mutating func belowHundred() -> Int? {
    if case .word(let word) = peek, let whole = NumberWords.wholes[word] {
      index += 1
      return whole
    }
    if let unit = unit(before: NumberWords.teens) { return unit + 10 }
    var tens = unit(before: NumberWords.timesTen).map { $0 * 10 }
    if tens == nil, case .word(let word) = peek, let named = NumberWords.tens[word] {
      index += 1
      tens = named
    }
    if case .word(let word) = peek, let unit = NumberWords.units[word] {
      index += 1
      return (tens ?? 0) + unit
    }
    return tens
  }

  /// A unit that one of `words` follows; both are taken.
  private mutating func unit(before words: Set<String>) -> Int? {
    guard index + 1 < parts.count, case .word(let next) = parts[index + 1], words.contains(next) else {
      return nil
    }
    let unit: Int?
    switch parts[index] {
    case .word(let word): unit = NumberWords.units[word]
    case .figure(let digits, let decimals): unit = decimals == 0 && (1...9).contains(digits) ? digits : nil
    }
    if unit != nil { index += 2 }
    return unit
  }

  private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
