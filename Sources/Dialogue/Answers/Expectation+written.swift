extension Expectation {
  /// As authors write it, for people: `number 1-100`.
  package var written: String {
    switch self {
    case .text(let lengths):
      lengths == 1...Limits.text ? "text" : "text \(Self.range(lengths.lowerBound, lengths.upperBound))"
    case .number(let range):
      range.lower.map { "number \(Self.range($0, range.upper))" } ?? "number"
    case .digits(let lengths):
      lengths == 1...40 ? "digits" : "digits \(Self.range(lengths.lowerBound, lengths.upperBound))"
    case .phone: "phone"
    case .email: "email"
    case .date(let days): days == .any ? "date" : "date \(days.rawValue)"
    case .time: "time"
    case .yesNo: "yes-no"
    case .oneOf(let listed): "one of [\(listed.joined(separator: ", "))]"
    case .pattern(let pattern): "pattern \(pattern.source)"
    case .media: "media"
    }
  }

  private static func range(_ lower: Int, _ upper: Int?) -> String {
    guard let upper else { return "\(lower)-" }
    return lower == upper ? "\(lower)" : "\(lower)-\(upper)"
  }
}
