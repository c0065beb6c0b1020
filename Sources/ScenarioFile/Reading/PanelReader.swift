import Dialogue
import StrictYAML

/// Reads `panel`: how a chat panel opens, nudges and is released.
struct PanelReader {
  let steps: StepReader
  let synonyms: Synonyms

  private var findings: Findings { steps.findings.certain }

  /// - Parameter node: nil for a chat panel without a word about it.
  func panel(_ node: Node?, at name: Node.Scalar) -> Panel {
    var panel = Panel()
    if let node, let fields = Vocabulary.panel.fields(node, findings) {
      panel.hours = fields.text("hours").flatMap { steps.hours.known($0) }
      panel.opened = replies(fields, "opened")
      panel.closed = replies(fields, "closed")
      steps.hours.checkClosed(
        fields, of: "the panel", silence: "outside these hours the chat panel says nothing")
      panel.nudge = fields["nudge"].flatMap(nudge)
      if let node = fields["release"] { panel.release = release(node) }
      if fields.hasUnknownKeys { return panel }
    }
    if panel.release.idle == nil, panel.release.keywords.isEmpty, !findings.hasErrors {
      findings.warning(
        ScenarioRule.panelNeverEnds, "only an operator can end the chat panel `\(name.text)`", at: name.span,
        hint: "Let it end by itself: `release: {idle: 2h, keywords: [selesai]}`.")
    }
    return panel
  }

  private func nudge(_ node: Node) -> Panel.Nudge? {
    guard let fields = Vocabulary.nudge.fields(node, findings) else { return nil }
    _ = fields.required("say")
    _ = fields.required("after")
    guard let after = steps.positiveDuration(fields, "after") else { return nil }
    let times = fields["times"] == nil ? 1 : fields.integer("times", in: 1...100)
    return Panel.Nudge(after: after, replies: replies(fields, "say"), times: times ?? 1)
  }

  private func release(_ node: Node) -> Panel.Release {
    guard let fields = Vocabulary.release.fields(node, findings) else { return Panel.Release() }
    return Panel.Release(
      idle: steps.positiveDuration(fields, "idle"), keywords: keywords(fields),
      replies: replies(fields, "say"), then: steps.scenario(fields, "then"))
  }

  private func replies(_ fields: Fields, _ key: String) -> [Reply] {
    fields[key].map { steps.replies.replies($0, "`\(key)`") } ?? []
  }

  private func keywords(_ fields: Fields) -> [[String]] {
    (fields.texts("keywords") ?? []).flatMap { scalar -> [[String]] in
      if let list = PhraseList(scalar, isAlone: fields["keywords"]?.sequence == nil) {
        findings.error(
          ScenarioRule.severalPhrases, "this is one phrase: commas separate keywords only inside [ ]",
          at: scalar.span, hint: "Write `keywords: \(list.written)`.")
        return []
      }
      guard let variants = synonyms.variants(scalar.text, at: scalar.span) else { return [] }
      let words = (variants.isEmpty ? [scalar.text] : variants).map { PlainText.words($0) }
      if words.contains(where: \.isEmpty) {
        findings.error(
          ScenarioRule.emptyPhrase, "there is no letter or digit in this phrase", at: scalar.span,
          hint: "A phrase is compared by its words; punctuation and emoji do not count.")
      }
      return words.filter { !$0.isEmpty }
    }
  }
}
