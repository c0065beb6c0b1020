import Dialogue
import StrictYAML

/// `menu`: a question with numbered options.
enum MenuStep: StepKind {
  static let verb = "menu"

  /// More would not be read, and not fit a message.
  private static let mostOptions = 100

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    reader.variables.declareOptions()
    let options = Self.options(fields, reader)
    return QuestionReader(steps: reader, fields: fields).question(options.map { .menu($0) }, prompt: verb)
      .map { .ask($0) }
  }

  private static func options(_ fields: Fields, _ reader: StepReader) -> [Question.Option]? {
    guard let node = fields.required("options") else { return nil }
    if node.mapping != nil {
      fields.findings.wrongKind(node, "`options`", expected: "a list such as `- Katalog: catalog`")
      return nil
    }
    guard let items = node.items("`options`", fields.findings) else { return nil }
    guard !items.isEmpty, items.count <= mostOptions else {
      fields.findings.error(
        YAMLRule.wrongValue, "a menu has 1 to \(mostOptions) options, not \(items.count)", at: node.span)
      return nil
    }
    var seen: [Label: Span] = [:]
    return items.enumerated().compactMap { number, item in
      guard let (label, target) = parts(item, fields.findings) else { return nil }
      let text = reader.replies.texts.single(.scalar(label), "an option", limit: TextReader.captionLimit)
      if let text {
        report(text, label, &seen, fields.findings)
        warnOfNumber(text, label, number: number + 1, of: items.count, fields.findings)
      }
      let handler = target.flatMap { reader.handler($0, "the option `\(label.text)`") }
      return text.map { Question.Option(label: $0, target: handler) }
    }
  }

  private static func parts(_ item: Node, _ findings: Findings) -> (label: Node.Scalar, target: Node?)? {
    if case .scalar(let scalar) = item, !scalar.isEmpty { return (scalar, nil) }
    if let mapping = item.mapping, mapping.entries.count == 1, let entry = mapping.entries.first {
      return (entry.key, entry.value.isEmpty ? nil : entry.value)
    }
    if let mapping = item.mapping, Languages.areLanguages(mapping) {
      findings.leaveUnread(item)
      let written = mapping.entries.map { "\($0.key.text): \($0.value.scalar?.text ?? "…")" }
      findings.error(
        YAMLRule.wrongKind, "a label in several languages cannot stand in a list of options", at: item.span,
        hint: "Write it under `texts`, for example `label: {\(written.joined(separator: ", "))}`, and here "
          + "`- $label` or `- $label: scenario`.")
      return nil
    }
    findings.wrongKind(
      item, "an option", expected: "a label and where it leads, such as `- Katalog: catalog`")
    return nil
  }

  private static func report(
    _ text: LocalizedText, _ label: Node.Scalar, _ seen: inout [Label: Span], _ findings: Findings
  ) {
    for (language, text) in (text.byLanguage.isEmpty ? ["": text.plain] : text.byLanguage)
      .sorted(by: { $0.key < $1.key })
    {
      let words = PlainText.words(text.render { "{\($0)}" })
      guard !words.isEmpty,
        let first = seen.updateValue(label.span, forKey: Label(language: language, words: words))
      else { continue }
      findings.error(
        ScenarioRule.duplicateOption, "two options of this menu have the same label", at: label.span,
        hint: "A customer who types the label could mean either: give them two names.",
        notes: [Diagnostic.Note("the other is here", at: first)])
      return
    }
  }

  /// Warns of a label that is the number of another option: the number goes first.
  private static func warnOfNumber(
    _ text: LocalizedText, _ label: Node.Scalar, number: Int, of count: Int, _ findings: Findings
  ) {
    let numbers = MenuChoice(labels: (1...count).map { _ in "" })
    let texts =
      text.byLanguage.isEmpty ? [text.plain] : text.byLanguage.sorted { $0.key < $1.key }.map(\.value)
    for text in texts where text.slotNames.isEmpty {
      let shown = text.render(lookup: { _ in nil })
      guard let chosen = numbers.index(of: shown), chosen + 1 != number else { continue }
      findings.warning(
        ScenarioRule.numberLabel,
        "a customer who writes `\(shown)` chooses option \(chosen + 1), not this one",
        at: label.span,
        hint: "A number chooses by the place in the menu: write more than a number into the label, "
          + "or use `ask` with `expect: one of […]`.")
      return
    }
  }

  private struct Label: Hashable {
    /// Empty for a label that is the same in all.
    var language: String
    var words: [String]
  }
}
