/// What differs between two versions of a bot's files, comments and order aside.
package struct BotChanges: Sendable, Hashable, Codable {
  /// Scenarios by name, sorted.
  package var added: [String] = []
  package var removed: [String] = []
  package var changed: [String] = []
  /// What else differs, sorted: `bot`, `default`, `texts/menu`, `media/toko.jpg`.
  package var others: [String] = []

  package init() {}

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty && others.isEmpty }
}
