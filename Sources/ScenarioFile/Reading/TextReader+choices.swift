import Dialogue
import StrictYAML

extension TextReader {
  /// `pick`: one of several, each a text or a list of texts.
  func picked(_ node: Node, limit: Int) -> [Reply] {
    guard let fields = Vocabulary.textChoice.fields(node, findings.certain),
      let items = fields.items("pick")
    else { return [] }
    if items.isEmpty {
      findings.certain.error(
        ScenarioRule.emptyText, "`pick` is an empty list", at: fields["pick"]?.span ?? node.span,
        hint: "Write texts to pick from into it.")
    }
    let choices = items.map { item -> [Reply] in
      if let inner = item.mapping, inner.entries.contains(where: { $0.key.text == "pick" }) {
        findings.certain.error(
          YAMLRule.wrongKind, "a `pick` cannot stand in a `pick`", at: inner.span,
          hint: "Write all the texts in one list.")
        return []
      }
      return messages(item, "an item of `pick`", limit: limit)
    }
    guard !choices.contains(where: \.isEmpty), !choices.isEmpty else { return [] }
    let span = node.span
    return [.pick(id: "\(span.file):\(span.line):\(span.column)", choices: choices)]
  }

  /// A text in each of several languages, or as many texts in each.
  func localized(_ mapping: Node.Mapping, _ name: String, limit: Int) -> [Reply] {
    languages.check(mapping)
    var byLanguage: [(language: String, texts: [TextTemplate])] = []
    for entry in mapping.entries {
      if let inner = entry.value.mapping {
        findings.certain.error(
          YAMLRule.wrongKind, "expected text in `\(entry.key.text)`, found a mapping", at: inner.span,
          hint: "`pick` stands outside: `pick: [{id: …, en: …}, {id: …, en: …}]`.")
        continue
      }
      let replies = messages(entry.value, "`\(entry.key.text)`", limit: limit)
      let texts = replies.compactMap { reply -> TextTemplate? in
        if case .text(let text) = reply { text[entry.key.text] } else { nil }
      }
      if texts.count < replies.count { rejectSeveral(entry.value.span, "`\(entry.key.text)`") }
      byLanguage.append((entry.key.text, texts))
    }
    let counts = Set(byLanguage.map(\.texts.count))
    guard let count = counts.first, counts.count == 1 else {
      if byLanguage.allSatisfy({ !$0.texts.isEmpty }) {
        findings.certain.error(
          YAMLRule.wrongKind, "this has not as many texts in each language", at: mapping.entries[0].key.span,
          hint: "Write the same messages in each language.")
      }
      return []
    }
    return (0..<count).map { index in
      let texts = Dictionary(uniqueKeysWithValues: byLanguage.map { ($0.language, $0.texts[index]) })
      return .text(
        LocalizedText(texts[languages.all[0]] ?? byLanguage[0].texts[index], byLanguage: texts))
    }
  }
}
