/// Says in an author's words why libyaml could not read on.
struct SyntaxMessage {
  private let message: String
  private let hint: String
  private let place: YAMLEvent.Place

  init(_ failure: YAMLFailure) {
    let problem = failure.problem
    func has(_ part: String) -> Bool { problem.contains(part) }
    if has("mapping values are not allowed") {
      (message, hint) = (
        "there is a colon where no key can stand",
        "Check the indentation of this line, or put the text in quotes."
      )
      place = failure.place
    } else if has("end of stream") || has("',' or '") {
      (message, hint) = (
        "what opens here is not closed", "Close the quote or the bracket."
      )
      place = failure.contextPlace ?? failure.place
    } else if has("':'") {
      (message, hint) = ("this line has no colon with a space behind it", "Write it as `key: value`.")
      place = failure.contextPlace ?? failure.place
    } else if has("escape character") || has("hexdecimal") {
      (message, hint) = (
        #"the sign behind `\` means nothing here"#, #"Write `\\` for a backslash, or use single quotes."#
      )
      place = failure.place
    } else if has("tab") {
      (message, hint) = ("a tab stands where a space is needed", "Use spaces.")
      place = failure.place
    } else if has("key") || has("'-' indicator") || has("block sequence") || has("document start") {
      (message, hint) = (
        "this does not fit what stands above it",
        "Check the indentation and the quotes of this line and of the one above."
      )
      place = failure.place
    } else {
      (message, hint) = (
        "YAML cannot read this (\(problem))", "Check the indentation, the quotes and the brackets."
      )
      place = failure.place
    }
  }

  func diagnostic(file: String, source: SourceText) -> Diagnostic {
    // A file that ends too soon is shown at its last line.
    let line = min(place.line, source.lines.count - 1)
    let column = line == place.line ? place.column : source.lines[line].count
    return Diagnostic(
      .error, rule: YAMLRule.syntax.rawValue, message,
      at: Span(file: file, line: line + 1, column: column + 1), hint: hint)
  }
}
