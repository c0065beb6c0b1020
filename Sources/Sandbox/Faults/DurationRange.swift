/// A length of time, or two between which it lies.
struct DurationRange: Sendable, Hashable {
  var shortest: Duration
  var longest: Duration

  var isOne: Bool { shortest == longest }

  /// `2s`, `500ms`, `1.5m`, `1h`, a number of seconds, or two of them with `-` between.
  ///
  /// - Returns: nil for anything else, and for what is longer than a week.
  static func read(_ text: String) -> DurationRange? {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(duration)
    guard let shortest = parts[0], let longest = parts.last ?? nil, shortest <= longest else { return nil }
    return DurationRange(shortest: shortest, longest: longest)
  }

  private static func duration(_ text: Substring) -> Duration? {
    let text = text.filter { $0 != " " }
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let seconds: Double? =
      switch text.dropFirst(number.count) {
      case "ms": 0.001
      case "", "s": 1
      case "m": 60
      case "h": 3600
      default: nil
      }
    guard let seconds, let count = Double(number), count * seconds <= 7 * 86_400 else { return nil }
    return .milliseconds(Int64((count * seconds * 1000).rounded()))
  }

  func value(at place: Double) -> Duration { shortest + (longest - shortest) * place }
}
