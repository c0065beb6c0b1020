import StrictYAML

extension BotVersion {
  /// What differs from an earlier version.
  package func changes(from old: BotVersion) -> BotChanges {
    let (before, after) = (old.parts, parts)
    var changes = BotChanges()
    for name in Set(before.keys).union(after.keys).sorted() where before[name] != after[name] {
      guard name.hasPrefix(Self.scenarios) else {
        changes.others.append(name)
        continue
      }
      let scenario = String(name.dropFirst(Self.scenarios.count))
      if before[name] == nil {
        changes.added.append(scenario)
      } else if after[name] == nil {
        changes.removed.append(scenario)
      } else {
        changes.changed.append(scenario)
      }
    }
    return changes
  }

  private static let scenarios = "scenarios/"
  /// Sections whose entries are told one by one.
  private static let sections: Set = ["scenarios", "texts", "vars", "synonyms", "hours", "services"]

  /// What each part says, by its name.
  private var parts: [String: String] {
    var parts = media.reduce(into: [:]) { $0["media/" + $1.key] = $1.value.hash }
    for (path, text) in files {
      for entry in Document.read(Array(text.utf8), file: path).root?.entries ?? [] {
        let section = entry.key.text
        // Where a part is written means nothing.
        guard section != "include" else { continue }
        guard Self.sections.contains(section), let entries = entry.value.entries else {
          parts[section] = entry.value.content
          continue
        }
        for entry in entries { parts["\(section)/\(entry.key.text)"] = entry.value.content }
      }
    }
    return parts
  }
}

extension Node {
  fileprivate var entries: [Mapping.Entry]? {
    if case .mapping(let mapping) = self { mapping.entries } else { nil }
  }

  /// What it says, wherever it is written.
  fileprivate var content: String {
    switch self {
    case .scalar(let scalar):
      // Quoted, a text may mean something else than plain.
      "\(scalar.style)\(scalar.text.utf8.count):\(scalar.text)"
    case .mapping(let mapping):
      "{"
        + mapping.entries.map { "\($0.key.text.utf8.count):\($0.key.text)=\($0.value.content)" }
        .joined(separator: ",") + "}"
    case .sequence(let sequence): "[" + sequence.items.map(\.content).joined(separator: ",") + "]"
    }
  }
}
