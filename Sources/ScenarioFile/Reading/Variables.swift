import Dialogue
import StrictYAML

/// The names that may stand between braces: what is given, what `vars` holds, and what any step sets.
final class Variables {
  /// The author's `vars`.
  private(set) var constants: [String: String] = [:]
  private var names: Set<String>
  /// The variables that a call fills: any name may stand behind them and a dot.
  private var records: Set<String> = []
  private var hasMenu = false
  /// A use counts only when all is read: what sets it may stand below.
  private var uses: [(name: String, place: () -> Span)] = []
  /// What stands between braces and is no name: what was meant by it may be set below.
  private var badNames: [(name: String, report: (_ hint: String) -> Void)] = []
  private let findings: BotFindings

  /// What the engine gives to every text.
  static let given = GivenVariable.allCases.map(\.rawValue)

  private static let reserved = ["message.", "bot.", "hours.", "call.", "secret."]

  init(_ entries: [String: Declarations.Entry], hasBotName: Bool, _ findings: BotFindings) {
    self.findings = findings
    names = hasBotName ? Set(Self.given) : Set(Self.given).subtracting(["bot.name"])
    for (name, entry) in entries {
      if !VariableName.isOwn(name) {
        reportNoName(name, at: entry.key.span)
      } else if name.hasPrefix("contact.") || Self.isGiven(name) || name == GivenVariable.lang.rawValue {
        reportGiven(name, at: entry.key.span)
      } else if case .scalar(let value) = entry.value {
        constants[name] = value.isEmpty ? "" : value.text.withoutFinalBreaks(value.style)
      } else {
        findings.certain.wrongKind(entry.value, "the var `\(name)`", expected: "text")
        constants[name] = ""
      }
    }
    names.formUnion(constants.keys)
  }

  /// Notes that a text reads a variable.
  ///
  /// - Parameter place: where it stands, asked only if nothing sets it.
  func use(_ name: String, at place: @escaping () -> Span) { uses.append((name, place)) }

  func use(_ template: TextTemplate, at place: @escaping (String) -> Span) {
    for name in template.slotNames { use(name) { place(name) } }
  }

  /// Where a variable is read, in the order it was noted.
  func places(of name: String) -> [Span] { uses.filter { $0.name == name }.map { $0.place() } }

  /// Notes that a text reads what is no name; `report` is told what to advise when all is read.
  func useBadName(_ name: String, report: @escaping (_ hint: String) -> Void) {
    badNames.append((name, report))
  }

  /// Notes that a step sets a variable; false, and a diagnostic, if it cannot be set.
  ///
  /// - Parameter withFields: whether the names behind it and a dot are set too.
  @discardableResult
  func declare(_ scalar: Node.Scalar, withFields: Bool = false) -> Bool {
    declare(scalar.text, at: scalar.span, withFields: withFields)
  }

  @discardableResult
  func declare(_ name: String, at span: Span, withFields: Bool = false) -> Bool {
    guard VariableName.isOwn(name) else {
      reportNoName(name, at: span)
      // What reads it by its right name is no mistake of its own.
      let meant = VariableName.suggestion(for: name)
      if !meant.isEmpty, !Self.isGiven(meant) { names.insert(meant) }
      return false
    }
    guard !Self.isGiven(name), !(withFields && name == GivenVariable.lang.rawValue) else {
      reportGiven(name, at: span)
      return false
    }
    names.insert(name)
    if withFields { records.insert(name) }
    return true
  }

  /// Notes that there is a menu, whose texts may hold `{options}`.
  func declareOptions() { hasMenu = true }

  /// Reports the uses of names that nothing sets, and of what is no name.
  func finish(_ hours: HoursBook) {
    for (name, report) in badNames { report(advice(forBadName: name)) }
    for (name, place) in uses where !isSet(name) {
      if let hoursName = GivenVariable.hours(in: name) {
        _ = hours.isKnown(hoursName, at: place)
        continue
      }
      let hint =
        Self.advice[name]
        ?? (name.hasPrefix("secret.")
          ? "A secret may stand only in the `headers` of a service or a call."
          : findings.suggestion(for: name, among: names.sorted()).map { "Did you mean `{\($0)}`?" })
        ?? "Set it with `save`, `set` or under `vars`; a brace itself is written `{{`."
      // `order.total` may be a part of what a call saves as `order`.
      let whole = name.split(separator: ".").first.map(String.init) ?? name
      findings.unless(.name([name, whole])).error(
        ScenarioRule.unknownVariable, "nothing sets `{\(name)}`", at: place(), hint: hint)
    }
  }

  private func advice(forBadName name: String) -> String {
    let small = VariableName.suggestion(for: name)
    if isSet(small) { return "Perhaps `{\(small)}`." }
    if let near = findings.suggestion(for: small, among: names.sorted()) {
      return "Did you mean `{\(near)}`?"
    }
    return "Call it by another name where it is set, and here; a brace itself is written `{{`."
  }

  private static let advice = [
    "bot.name": "Set `name` under `bot`.",
    "options": "`{options}` stands for the lines of a `menu`; this bot has none.",
  ]

  private func isSet(_ name: String) -> Bool {
    if names.contains(name) { return true }
    if name == "options" { return hasMenu }
    var start = name[...]
    while let dot = start.lastIndex(of: ".") {
      start = start[..<dot]
      if records.contains(String(start)) { return true }
    }
    return false
  }

  /// Whether the engine alone sets it; a customer's language is for both.
  private static func isGiven(_ name: String) -> Bool {
    guard name != GivenVariable.lang.rawValue else { return false }
    return given.contains(name) || name == "options" || reserved.contains(where: name.hasPrefix)
  }

  private func reportNoName(_ name: String, at span: Span) {
    let meant = VariableName.suggestion(for: name)
    findings.certain.error(
      ScenarioRule.name, "`\(name)` is no name for a variable", at: span,
      hint: (VariableName.isOwn(meant) ? "Write `\(meant)`: " : "Use ")
        + "small letters, digits, `_` and `.`, beginning with a letter.")
  }

  private func reportGiven(_ name: String, at span: Span) {
    findings.certain.error(
      ScenarioRule.name, "`\(name)` is given by the engine and cannot be set here", at: span,
      hint: "Choose another name.")
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
