import Dialogue
import StrictYAML

extension TextReader {
  /// Warns of quotes that a word processor made of YAML's, and of one alone: customers would see them.
  func warnOfQuotes(_ scalar: Node.Scalar) {
    guard scalar.style == .plain, scalar.lastLine == scalar.span.line, let first = scalar.text.first,
      let last = scalar.text.last, scalar.text.count > 1
    else { return }
    let curly: Set<Character> = ["“", "”", "„", "‘", "’", "«", "»"]
    let quotes = scalar.text.filter { curly.contains($0) || $0 == "\"" }
    let isAround = curly.contains(first) && (curly.contains(last) || last == "\"") && quotes.count == 2
    // `10"` is ten inches.
    let isInch = scalar.text.dropLast().last?.isNumber ?? false
    let isAlone =
      quotes.count == 1
      && (curly.subtracting(["’"]).contains(first) || !isInch && (last == "\"" || last == "”"))
    guard isAround || isAlone else { return }
    let inner = scalar.text.filter { !quotes.contains($0) }
    findings.certain.warning(
      ScenarioRule.quoteMark,
      isAround
        ? "`\(first)` and `\(last)` are no quotes of YAML: they are said too"
        : "`\(quotes)` stands alone, and is said too",
      at: scalar.span, hint: "Write straight quotes around it, `\"\(inner)\"`, or none.")
  }

  /// Warns of `{{name}}`, as other programs write a place to fill: here that says braces.
  func warnOfDoubleBraces(_ scalar: Node.Scalar) {
    var rest = scalar.text[...]
    while let open = rest.firstRange(of: "{{") {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else { return }
      let inside = rest[..<close.lowerBound]
      let name = inside.prefix { $0 != "|" && $0 != ":" }.trimmingSpaces()
      guard VariableName.isName(name) else { continue }
      let written = "{{\(inside)}}"
      findings.certain.warning(
        ScenarioRule.brace, "`\(written)` is said as `{\(inside)}}`, with its braces",
        at: sources.span(of: written, in: scalar),
        hint: "One brace on each side stands for the value: `{\(inside.trimmingSpaces())}`.")
    }
  }
}
