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
  private(set) var synonyms: [Entry] = []
  private(set) var hours: [Entry] = []
  private(set) var services: [Entry] = []

  init(_ files: [Fields], limits: BotLimits, _ findings: Findings) {
    var seen = Seen(findings: findings)
    for file in files {
      for key in ["bot", "default"] {
        guard let value = file[key], let span = file.keySpan(key) else { continue }
        guard seen.isFirst(key, "", at: span) else { continue }
        if key == "bot" { bot = value } else { fallback = value }
      }
      for entry in seen.first(file, "vars", "var") { constants[entry.key.text] = entry }
      for entry in seen.first(file, "texts", "text") { texts[entry.key.text] = entry }
      synonyms += seen.first(file, "synonyms", "synonym")
      hours += seen.first(file, "hours", "hours")
      services += seen.first(file, "services", "service")
      scenarios += seen.first(file, "scenarios", "scenario")
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

    /// The entries under `key` that are not declared already.
    mutating func first(_ file: Fields, _ key: String, _ kind: String) -> [Entry] {
      var entries: [Entry] = []
      for entry in file[key]?.entries("`\(key)`", findings) ?? []
      where isFirst(kind, entry.key.text, at: entry.key.span) {
        entries.append(entry)
      }
      return entries
    }

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
