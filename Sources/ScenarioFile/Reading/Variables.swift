import Dialogue
import StrictYAML

/// The names that may stand between braces.
struct Variables {
  /// The author's `vars`.
  private(set) var constants: [String: String] = [:]
  private let names: Set<String>
  private let findings: BotFindings

  /// What the engine gives to every text.
  static let given = GivenVariable.allCases.map(\.rawValue)

  init(_ entries: [String: Declarations.Entry], hasBotName: Bool, _ findings: BotFindings) {
    self.findings = findings
    for (name, entry) in entries {
      let isPlain = (try? TextTemplate.parse("{\(name)}"))?.pieces == [.slot(name: name, fallback: nil)]
      if !isPlain {
        findings.certain.error(
          ScenarioRule.name, "`\(name)` is no name for a variable", at: entry.key.span,
          hint: "Use small letters, digits, `_` and `.`, beginning with a letter.")
      } else if Self.given.contains(name) || Self.reserved.contains(where: name.hasPrefix) {
        findings.certain.error(
          ScenarioRule.name, "`\(name)` is given by the engine and cannot be set here", at: entry.key.span,
          hint: "Choose another name.")
      } else if case .scalar(let value) = entry.value {
        constants[name] = value.isEmpty ? "" : value.text.withoutFinalBreaks(value.style)
      } else {
        findings.certain.wrongKind(entry.value, "the var `\(name)`", expected: "text")
        constants[name] = ""
      }
    }
    names = Set(constants.keys).union(hasBotName ? Self.given : Self.given.filter { $0 != "bot.name" })
  }

  private static let notYet = ["hours.", "call.", "secret."]
  private static let reserved = ["contact.", "message.", "bot."] + notYet

  /// Reports names that nothing sets.
  ///
  /// - Parameter place: where a name stands.
  func check(_ template: TextTemplate, at place: (String) -> Span) {
    for name in template.slotNames where !names.contains(name) {
      if Self.notYet.contains(where: name.hasPrefix) {
        findings.certain.error(YAMLRule.notYet, "`{\(name)}` is not supported yet", at: place(name))
        continue
      }
      let hint =
        name == "bot.name"
        ? "Set `name` under `bot`."
        : findings.suggestion(for: name, among: names.sorted()).map { "Did you mean `{\($0)}`?" }
          ?? "Set it under `vars`; a brace itself is written `{{`."
      // `order.total` may be a part of what a call saves as `order`.
      let whole = name.split(separator: ".").first.map(String.init) ?? name
      findings.unless(.name([name, whole])).error(
        ScenarioRule.unknownVariable, "nothing sets `{\(name)}`", at: place(name), hint: hint)
    }
  }

  /// How long a text becomes at least, in Unicode scalars.
  func length(_ template: TextTemplate) -> Int {
    template.pieces.reduce(0) { sum, piece in
      switch piece {
      case .literal(let text): sum + text.unicodeScalars.count
      case .slot(let name, _, _): sum + (constants[name]?.unicodeScalars.count ?? 0)
      }
    }
  }
}

extension String {
  /// The text of a block ends with line breaks that no author means.
  func withoutFinalBreaks(_ style: Node.Scalar.Style) -> String {
    guard style == .block else { return self }
    var rest = self[...]
    while rest.last == "\n" { rest.removeLast() }
    return String(rest)
  }
}
