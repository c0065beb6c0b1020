/// A character that means something to YAML at the beginning of a value, which authors do not expect.
enum Indicator {
  case alias, anchor, tag

  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "*": self = .alias
    case "&": self = .anchor
    case "!": self = .tag
    default: return nil
    }
  }

  /// - Parameter text: the value, or the part of it that YAML took for the alias, anchor or tag.
  func report(_ text: String, at start: Span, _ findings: Findings) {
    let (rule, sign, meaning): (YAMLRule, String, String) =
      switch self {
      case .alias: (.alias, "*", "an alias")
      case .anchor: (.anchor, "&", "an anchor")
      case .tag: (.tag, "!", "a tag")
      }
    findings.error(
      rule, "a value that begins with `\(sign)` is \(meaning) to YAML, which is not used here", at: start,
      hint: "If it is text, put all of it in quotes.")
  }
}
