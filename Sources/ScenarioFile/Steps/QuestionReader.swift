import Dialogue
import StrictYAML

/// Reads what `ask` and `menu` have in common.
struct QuestionReader {
  let steps: StepReader
  let fields: Fields

  /// Nil, and diagnostics, if there is nothing to ask.
  func question(_ kind: Question.Kind?, prompt: String) -> Question? {
    guard let node = fields[prompt] else { return nil }
    let texts = steps.replies.texts.messages(node, "`\(prompt)`")
    let onFail = steps.handler(fields, "on_fail")
    let tries = fields["tries"] == nil ? nil : fields.integer("tries", in: 1...100)
    if let span = fields.keySpan("on_fail"), fields["tries"] == nil {
      fields.findings.error(
        ScenarioRule.missingTries, "`on_fail` is never done without `tries`", at: span,
        hint: "Say after how many wrong answers: `tries: 3`.")
    }
    if let span = fields.keySpan("tries"), fields["on_fail"] == nil, !steps.hasDefault {
      fields.findings.warning(
        ScenarioRule.silentEnd, "after the last wrong answer the bot says nothing", at: span,
        hint: "Add `on_fail:` with steps or a scenario, or a `default`.")
    }
    let variable = saved()
    let retry = fields["retry"].map { steps.replies.texts.messages($0, "`retry`") } ?? []
    let timeout = steps.positiveDuration(fields, "timeout")
    let onTimeout = steps.handler(fields, "on_timeout")
    let leavesForKeywords = leaves()
    guard let kind, !texts.isEmpty else { return nil }
    return Question(
      kind, prompt: texts, variable: variable, retry: retry, tries: tries, onFail: onFail,
      timeout: timeout, onTimeout: onTimeout, leavesForKeywords: leavesForKeywords)
  }

  private func saved() -> String? {
    guard let scalar = fields.text("save") else { return nil }
    return steps.variables.declare(scalar) ? scalar.text : nil
  }

  private func leaves() -> Bool {
    enum Leave: String, CaseIterable { case keywords }
    return fields.choice("leave", Leave.self) != nil
  }
}
