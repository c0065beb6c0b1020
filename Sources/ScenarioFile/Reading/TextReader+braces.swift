import Dialogue
import StrictYAML

extension TextReader {
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
