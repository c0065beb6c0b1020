import Dialogue
import StrictYAML

extension StepReader {
  /// What is done when something comes about: a scenario's name, or steps.
  func handler(_ fields: Fields, _ key: String) -> Handler? {
    fields[key].flatMap { handler($0, "`\(key)`") }
  }

  func handler(_ node: Node, _ name: String) -> Handler? {
    switch node {
    case .scalar:
      guard let target = node.text(name, findings.certain) else { return nil }
      if target.text == EndStep.verb, !targets.isKnown(target.text) {
        findings.certain.error(
          YAMLRule.wrongKind, "`end` is a step, and \(name) takes a scenario's name or a list of steps",
          at: target.span, hint: "Write it as a list: `[end]`.")
        return nil
      }
      return targets.goto(target) ? .goto(scenario: target.text) : nil
    case .sequence(let sequence):
      if let alone = sequence.items.first?.scalar, sequence.items.count == 1, targets.isKnown(alone.text),
        alone.text != EndStep.verb
      {
        findings.certain.error(
          ScenarioRule.stepWithoutVerb, "`\(alone.text)` is a scenario, and no step", at: alone.span,
          hint: "Write it without the list: `\(alone.text)`, or as a step: `- goto: \(alone.text)`.")
        return nil
      }
      let steps = steps(node, name)
      return steps.isEmpty ? nil : .steps(steps)
    case .mapping:
      findings.certain.wrongKind(node, name, expected: "a scenario's name or a list of steps")
      return nil
    }
  }

  /// The scenario named under `key`; nil, and a diagnostic, if there is none.
  func scenario(_ fields: Fields, _ key: String) -> String? {
    guard let target = fields.text(key), targets.goto(target) else { return nil }
    return target.text
  }

  /// A time that is more than nothing.
  func positiveDuration(_ fields: Fields, _ key: String) -> Duration? {
    guard let duration = fields.duration(key) else { return nil }
    guard duration > .zero, duration <= .seconds(366 * 86_400) else {
      findings.certain.error(
        YAMLRule.wrongValue, "`\(key)` is a time of at least `1s` and at most `366d`",
        at: fields[key]?.span ?? fields.mapping.span)
      return nil
    }
    return duration
  }
}
