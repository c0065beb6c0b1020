import StrictYAML

/// Every rule of `balas check`, explained.
package enum RuleBook {
  /// A rule with its stable name.
  package struct Entry: Sendable {
    package var name: String
    package var explanation: RuleExplanation
  }

  /// Rules about the same thing, by name.
  package struct Chapter: Sendable {
    package var title: String
    package var entries: [Entry]

    fileprivate init<Name: Rule & Hashable>(_ title: String, _ rules: [Name: RuleExplanation]) {
      self.title = title
      entries = rules.map { Entry(name: $0.rawValue, explanation: $1) }.sorted { $0.name < $1.name }
    }
  }

  package static let chapters = [
    Chapter("Phrases and patterns", ScenarioRule.matching),
    Chapter("Steps, questions and where they lead", ScenarioRule.flow),
    Chapter("Names", ScenarioRule.names),
    Chapter("Texts", ScenarioRule.texts),
    Chapter("Pictures, documents and voice", ScenarioRule.media),
    Chapter("The files of a bot", ScenarioRule.files),
    Chapter("How YAML is written", YAMLRule.writing),
    Chapter("Tests", TranscriptRule.tests),
  ]

  /// The rules of that name; a bot and its tests may each have one.
  package static func entries(named name: String) -> [Entry] {
    chapters.flatMap { chapter in chapter.entries.filter { $0.name == name } }
  }

  package static let names: [String] = Set(chapters.flatMap { $0.entries.map(\.name) }).sorted()

  static func isKnown(_ name: String) -> Bool { known.contains(name) }

  private static let known = Set(names)
}
