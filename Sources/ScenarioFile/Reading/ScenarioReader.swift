import Dialogue
import StrictYAML

/// Reads scenarios.
struct ScenarioReader {
  let steps: StepReader
  let phrases: Phrases
  let proofs: Proofs
  let findings: Findings

  /// The scenario without what could not be read.
  func scenario(_ entry: Declarations.Entry) -> Scenario {
    let name = entry.key.text
    var starts: [Start] = []
    var body: [Step] = []
    var isAlways = false
    var panel: Panel?
    var scenario: Scenario {
      Scenario(
        name: name, starts: starts, steps: body, position: SourcePosition(entry.key.span),
        isAlways: isAlways, panel: panel)
    }
    checkName(entry.key)
    if let text = entry.value.scalar, !text.isEmpty, text.style != .block, entry.value.missingSpaceHint == nil
    {
      findings.leaveUnread(entry.value)
      findings.error(
        YAMLRule.wrongKind, "the scenario `\(name)` is only a text", at: text.span,
        hint: "Below `\(name):` write, indented, what starts it and what it says: `keywords: […]` and "
          + "`reply: …`.")
      return scenario
    }
    guard let fields = Vocabulary.scenario.fields(entry.value, findings) else { return scenario }
    steps.targets.current = name
    steps.names.begin()
    defer { steps.targets.current = nil }
    starts = phrases.starts(fields, scenario: name)
    proofs.read(fields, scenario: name)
    isAlways = interrupts(fields, hasStarts: !starts.isEmpty)
    if readType(fields) {
      panel = PanelReader(steps: steps, synonyms: steps.synonyms).panel(fields["panel"], at: entry.key)
      for key in ["reply", "steps"] {
        guard let span = fields.keySpan(key) else { continue }
        findings.error(
          ScenarioRule.twoBodies, "a chat panel has a `panel`, and no `\(key)`", at: span,
          hint: "What it says first stands under `panel: {opened: …}`.")
      }
      return scenario
    }
    switch (fields["reply"], fields["steps"]) {
    case (let reply?, nil):
      let replies = steps.replies.replies(reply, "`reply`")
      let position = SourcePosition(fields.keySpan("reply") ?? reply.span)
      if !replies.isEmpty { body = [Step(.send(replies), position: position)] }
    case (nil, let list?):
      body = steps.steps(list, "`steps`")
    case (.some, .some):
      findings.error(
        ScenarioRule.twoBodies, "a scenario has `reply` or `steps`, not both",
        at: fields.keySpan("steps") ?? entry.key.span, hint: "Write the reply as a first step, `- say: …`.",
        notes: fields.keySpan("reply").map { [Diagnostic.Note("`reply` is here", at: $0)] } ?? [])
    case (nil, nil):
      if fields.mapping.isWhole, !fields.hasUnknownKeys {
        findings.error(
          ScenarioRule.noBody, "the scenario `\(name)` does nothing", at: entry.key.span,
          hint: "Give it a `reply` or `steps`.")
      }
    }
    return scenario
  }

  private func checkName(_ key: Node.Scalar) {
    let name = key.text
    let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    if name.allSatisfy(\.isWhitespace) || !isPlain || name.unicodeScalars.count > 100 {
      findings.error(
        ScenarioRule.name, "this is no name for a scenario", at: key.span,
        hint: "Use a short name on one line, for example `hello`.")
    } else if name.hasPrefix(BotSettings.handlerPrefix) {
      findings.error(
        ScenarioRule.name, "a scenario's name cannot begin with `\(BotSettings.handlerPrefix)`", at: key.span,
        hint: "Names that begin so are the engine's own; use another.")
    }
  }

  private func interrupts(_ fields: Fields, hasStarts: Bool) -> Bool {
    enum Interrupt: String, CaseIterable { case always }
    guard fields.choice("interrupt", Interrupt.self) != nil else { return false }
    if !hasStarts, !fields.hasUnknownKeys, Vocabulary.starts.allSatisfy({ fields[$0] == nil }) {
      findings.error(
        ScenarioRule.interruptWithoutStart, "`interrupt` does nothing where nothing starts the scenario",
        at: fields.keySpan("interrupt") ?? fields.mapping.span, hint: "Give it `keywords` or `exact`.")
    }
    return true
  }

  /// Whether the scenario is a chat panel.
  private func readType(_ fields: Fields) -> Bool {
    enum Kind: String, CaseIterable {
      case normal
      case panel = "chat_panel"
    }
    let kind = fields.choice("type", Kind.self)
    if let span = fields.keySpan("panel"), kind != .panel {
      // A value that means nothing was told already.
      if kind == nil, fields["type"] != nil { return true }
      findings.error(
        ScenarioRule.panelWithoutType, "`panel` belongs to a chat panel", at: span,
        hint: "Write `type: chat_panel` above it.")
      return true
    }
    return kind == .panel
  }
}
