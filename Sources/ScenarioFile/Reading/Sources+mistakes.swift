import Dialogue
import StrictYAML

extension Sources {
  /// Reports what is wrong with the syntax inside a value, at its own place.
  func report(
    _ mistake: SyntaxMistake, _ rule: some Rule = YAMLRule.wrongValue, in scalar: Node.Scalar,
    _ findings: Findings
  ) {
    let scalars = Array(scalar.text.unicodeScalars)
    let start = min(max(mistake.offset, 0), scalars.count)
    let end = min(start + max(mistake.length, 0), scalars.count)
    let needle = String(String.UnicodeScalarView(scalars[start..<end]))
    let earlier = String(String.UnicodeScalarView(scalars[..<start]))
    let nth = needle.isEmpty ? 0 : earlier.ranges(of: needle).count
    findings.error(
      rule, mistake.message, at: span(of: needle, nth: nth, in: scalar),
      hint: nearest(mistake) ?? mistake.hint?.sentence)
  }
}

/// What may have been meant by a word; a mark such as `=` is like every other mark.
private func nearest(_ mistake: SyntaxMistake) -> String? {
  guard mistake.word.contains(where: \.isLetter) else { return nil }
  return Nearest.hint(mistake.word, among: mistake.candidates)
}

extension SyntaxMistake {
  init(_ mistake: TextTemplate.Mistake) {
    self.init(mistake.message, offset: mistake.offset, length: mistake.length, hint: mistake.hint)
  }
}

extension String {
  /// With a capital at its start and a full stop, unless it ends otherwise.
  var sentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}

extension Variables {
  /// Reports a text between whose braces something is wrong.
  func report(
    _ mistake: TextTemplate.Mistake, in scalar: Node.Scalar, _ sources: Sources, _ findings: Findings
  ) {
    guard case .badName(let name) = mistake.kind else {
      return sources.report(SyntaxMistake(mistake), ScenarioRule.brace, in: scalar, findings)
    }
    useBadName(name) { hint in
      var mistake = SyntaxMistake(mistake)
      mistake.hint = hint
      sources.report(mistake, ScenarioRule.brace, in: scalar, findings)
    }
  }
}
