import Dialogue
import StrictYAML

/// Reads scenarios.
struct ScenarioReader {
  let steps: StepReader
  let phrases: Phrases
  let findings: Findings

  /// The scenario without what could not be read.
  func scenario(_ entry: Declarations.Entry) -> Scenario {
    let name = entry.key.text
    var starts: [Start] = []
    var body: [Step] = []
    var scenario: Scenario {
      Scenario(name: name, starts: starts, steps: body, position: SourcePosition(entry.key.span))
    }
    checkName(entry.key)
    guard let fields = Vocabulary.scenario.fields(entry.value, findings) else { return scenario }
    steps.targets.current = name
    defer { steps.targets.current = nil }
    starts = phrases.starts(fields, scenario: name)
    let isPanel = readType(fields)
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
      if !isPanel, fields.mapping.isWhole, !fields.hasUnknownKeys {
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
    guard !name.allSatisfy(\.isWhitespace), isPlain, name.unicodeScalars.count <= 100 else {
      findings.error(
        ScenarioRule.name, "this is no name for a scenario", at: key.span,
        hint: "Use a short name on one line, for example `hello`.")
      return
    }
  }

  /// Whether the scenario is a chat panel, which has no body.
  private func readType(_ fields: Fields) -> Bool {
    guard let type = fields.text("type") else { return fields["panel"] != nil }
    switch type.text {
    case "normal":
      return false
    case "chat_panel":
      findings.error(YAMLRule.notYet, "`type: chat_panel` is not supported yet", at: type.span)
      return true
    default:
      findings.error(
        YAMLRule.wrongValue, "`\(type.text)` is not a value of `type`", at: type.span,
        hint: Nearest.hint(type.text, among: ["normal", "chat_panel"])
          ?? "It takes `normal` or `chat_panel`.")
      return false
    }
  }
}
