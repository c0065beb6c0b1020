import Dialogue
import StrictYAML

/// Finds `{options}` where no menu shows its lines, so that it says nothing.
struct OptionsPlaces {
  let bot: Bot
  let findings: Findings

  func check() {
    for scenario in bot.scenarios + [bot.options.onIdle, bot.options.onGone].compactMap(\.self) {
      check(scenario.steps)
      if let panel = scenario.panel {
        let said = panel.opened + panel.closed + (panel.nudge?.replies ?? []) + panel.release.replies
        report(said, at: scenario.position)
      }
    }
    let main = SourcePosition(file: BotFileName.main, line: 1, column: 1)
    report(bot.options.closed, at: main)
    report(bot.fallback.replies.flatMap(\.self) + bot.fallback.media, at: bot.fallback.position ?? main)
  }

  private func check(_ steps: [Step]) {
    for step in steps {
      switch step.action {
      case .send(let replies, _): report(replies, at: step.position)
      case .ask(let question):
        if question.options.isEmpty { report(question.prompt + question.retry, at: step.position) }
      case .set(let assignments): report(assignments.map { .text($0.value) }, at: step.position)
      case .choose(_, let then, let otherwise):
        check(then)
        check(otherwise)
      case .call, .goto, .visit, .optOut, .end: break
      }
      for case .steps(let steps) in step.action.handlers.map(\.handler) { check(steps) }
    }
  }

  private func report(_ replies: [Reply], at position: SourcePosition) {
    guard replies.flatMap(\.templates).contains(where: { $0.slotNames.contains("options") }) else { return }
    findings.warning(
      ScenarioRule.optionsPlace, "`{options}` is empty here", at: Span(position),
      hint: "It stands for the lines of a menu, and only in the text and the `retry` of that menu.")
  }
}
