import StrictYAML

/// What the files of a bot declare, by name; each name once over all files.
struct Declarations {
  typealias Entry = Node.Mapping.Entry

  private(set) var bot: Node?
  private(set) var fallback: Node?
  private(set) var constants: [String: Entry] = [:]
  private(set) var texts: [String: Entry] = [:]
  /// In the order written; included files first.
  private(set) var scenarios: [Entry] = []

  init(_ files: [Fields], limits: BotLimits, _ findings: Findings) {
    var seen = Seen(findings: findings)
    for file in files {
      for key in ["bot", "default"] {
        guard let value = file[key], let span = file.keySpan(key) else { continue }
        guard seen.isFirst(key, "", at: span) else { continue }
        if key == "bot" { bot = value } else { fallback = value }
      }
      for entry in file["vars"]?.entries("`vars`", findings) ?? []
      where seen.isFirst("var", entry.key.text, at: entry.key.span) {
        constants[entry.key.text] = entry
      }
      for entry in file["texts"]?.entries("`texts`", findings) ?? []
      where seen.isFirst("text", entry.key.text, at: entry.key.span) {
        texts[entry.key.text] = entry
      }
      for entry in file["scenarios"]?.entries("`scenarios`", findings) ?? []
      where seen.isFirst("scenario", entry.key.text, at: entry.key.span) {
        scenarios.append(entry)
      }
    }
    if scenarios.count > limits.scenarios {
      findings.error(
        ScenarioRule.tooManyScenarios, "a bot may have \(limits.scenarios) scenarios; this is one more",
        at: scenarios[limits.scenarios].key.span)
      scenarios.removeLast(scenarios.count - limits.scenarios)
    }
  }

  private struct Seen {
    let findings: Findings
    private var places: [String: Span] = [:]

    init(findings: Findings) { self.findings = findings }

    mutating func isFirst(_ kind: String, _ name: String, at span: Span) -> Bool {
      guard let first = places.updateValue(span, forKey: kind + "/" + name) else { return true }
      places[kind + "/" + name] = first
      let what = name.isEmpty ? "`\(kind)`" : "the \(kind) `\(name)`"
      findings.error(
        ScenarioRule.duplicateName, "\(what) is here twice", at: span,
        hint: name.isEmpty ? "Keep one of the two." : "Give one of the two another name.",
        notes: [Diagnostic.Note("first written here", at: first)])
      return false
    }
  }
}
