import Foundation

/// How a value is shown: the word after the colon in `{total:rupiah}`.
package enum TextFormat: String, Sendable, Hashable, CaseIterable {
  case number, rupiah, date, time, title

  /// `value` as it is shown in `language` (`id` or `en`; others as `en`); a value of another kind stays as it is.
  package func text(_ value: String, language: String) -> String {
    switch self {
    case .number: ComparableText.number(value).map { Self.grouped($0, decimals: nil, language) } ?? value
    case .rupiah: ComparableText.number(value).map { Self.rupiah($0, language) } ?? value
    case .date: Self.date(value, language) ?? value
    case .time: Self.time(value) ?? value
    case .title: Self.title(value)
    }
  }

  private static func rupiah(_ number: Decimal, _ language: String) -> String {
    let text = grouped(abs(number), decimals: 0, language)
    return (number < 0 && text != "0" ? "-" : "") + "Rp " + text
  }

  /// With thousands apart.
  ///
  /// - Parameter decimals: how many, rounded; nil for as many as there are.
  private static func grouped(_ number: Decimal, decimals: Int?, _ language: String) -> String {
    var rounded = number
    if let decimals {
      var exact = number
      NSDecimalRound(&rounded, &exact, decimals, .plain)
    }
    let (thousands, point) = language == "id" ? (".", ",") : (",", ".")
    let parts = String(describing: abs(rounded)).split(separator: ".")
    var whole = ""
    for (index, digit) in (parts.first ?? "0").enumerated() {
      if index > 0, ((parts.first?.count ?? 0) - index) % 3 == 0 { whole += thousands }
      whole.append(digit)
    }
    let sign = rounded < 0 ? "-" : ""
    let fraction = parts.count > 1 ? point + String(parts[1]) : ""
    return sign + whole + fraction
  }

  private static func date(_ value: String, _ language: String) -> String? {
    let text = value.trimmed()
    let rest = text.dropFirst(10)
    guard let date = CivilDate(iso: text.prefix(10)), rest.isEmpty || rest.first == "T" || rest.first == " "
    else {
      return nil
    }
    let months = language == "id" ? MonthNames.indonesian : MonthNames.english
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  private static func time(_ value: String) -> String? {
    let text = value.trimmed()
    let clock = CivilDate(iso: text.prefix(10)) == nil ? text[...] : text.dropFirst(11)
    let digits = clock.prefix { $0.isASCII && $0.isNumber || $0 == ":" }
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, let minutes = TimeOfDay.minutes("\(parts[0]):\(parts[1])") else { return nil }
    return TimeOfDay.text(minutes % 1440)
  }

  /// Each word with a capital, the rest small.
  private static func title(_ value: String) -> String {
    var text = ""
    var beginsWord = true
    for character in value {
      text += beginsWord ? character.uppercased() : character.lowercased()
      beginsWord = character.isWhitespace || character == "-" || character == "("
    }
    return text
  }
}
