import Dialogue
import StrictYAML

/// Reads steps.
struct StepReader {
  let replies: ReplyReader
  let targets: Targets
  let synonyms: Synonyms
  let hours: HoursBook
  let services: ServiceBook
  /// Whether the bot has a `default`.
  let hasDefault: Bool
  /// What steps of the scenario that is being read are called.
  let names = StepNames()

  var findings: BotFindings { replies.texts.findings }
  var variables: Variables { replies.texts.variables }
  var sources: Sources { replies.texts.sources }

  /// A list of steps without what could not be read.
  func steps(_ node: Node, _ name: String) -> [Step] {
    guard let items = node.items(name, findings.certain) else { return [] }
    if items.isEmpty {
      findings.certain.error(
        ScenarioRule.noBody, "\(name) is an empty list", at: node.span,
        hint: "Write a step, such as `- say: …`.")
    }
    var end: Span?
    var steps: [Step] = []
    for item in items {
      if let end {
        findings.certain.warning(
          ScenarioRule.unreachableStep, "this step is never reached", at: item.firstSpan,
          hint: "Write it above what ends the scenario, or remove it.",
          notes: [Diagnostic.Note("the scenario is over here", at: end)])
        break
      }
      guard let step = step(item) else { continue }
      steps.append(step)
      if step.action.isLast { end = item.firstSpan }
    }
    return steps
  }

  private func step(_ node: Node) -> Step? {
    if let scalar = node.scalar {
      if scalar.text == EndStep.verb {
        return Step(.end(.scenario), position: SourcePosition(scalar.span))
      }
      leaveUnread(node)
      findings.certain.error(
        ScenarioRule.stepWithoutVerb, "a step begins with what it does", at: scalar.span,
        hint: split(scalar.text) ?? node.missingSpaceHint
          ?? (targets.isKnown(scalar.text)
            ? "To go on in this scenario, write `- goto: \(scalar.text)`." : nil)
          ?? "To say this text, write `- say: …`.")
      return nil
    }
    guard let mapping = node.mapping else {
      leaveUnread(node)
      findings.certain.wrongKind(node, "a step", expected: "a mapping such as `say: Halo`")
      return nil
    }
    let verbs = mapping.entries.filter { Vocabulary.step($0.key.text) != nil }
    guard let verb = verbs.first else {
      leaveUnread(node)
      reportNoVerb(mapping)
      return nil
    }
    if verbs.count > 1 {
      leaveUnread(node)
      findings.certain.error(
        ScenarioRule.twoVerbs, "one step cannot do both `\(verb.key.text)` and `\(verbs[1].key.text)`",
        at: verbs[1].key.span,
        hint: verb.key.text == IfStep.verb
          ? "Write what is done where it holds under `then:`, each step with `- ` before it: `- \(verbs[1].key.text): …`."
          : "Begin a step of its own with `- \(verbs[1].key.text):`.")
      return nil
    }
    return read(node, verb)
  }

  private func read(_ node: Node, _ verb: Node.Mapping.Entry) -> Step? {
    let word = verb.key.text
    guard let place = Vocabulary.step(word), let kind = StepKinds.byVerb[word] else { return nil }
    guard let fields = place.fields(node, findings.certain), let action = kind.action(fields, self) else {
      targets.noteUncertainStep()
      return nil
    }
    return Step(action, position: SourcePosition(verb.key.span), name: name(fields))
  }

  /// The step's own name, each once in a scenario.
  private func name(_ fields: Fields) -> String? {
    guard let scalar = fields.text("as") else { return nil }
    guard let first = names.add(scalar.text, at: scalar.span) else { return scalar.text }
    fields.findings.error(
      ScenarioRule.duplicateName, "two steps of this scenario are called `\(scalar.text)`", at: scalar.span,
      hint: "Give one of the two another name.", notes: [Diagnostic.Note("first written here", at: first)])
    return nil
  }

  /// How the messages of a step are sent.
  func sendOptions(_ fields: Fields) -> SendOptions {
    SendOptions(expires: positiveDuration(fields, "expires"), notSent: handler(fields, "not_sent"))
  }

  private func leaveUnread(_ node: Node) {
    findings.certain.leaveUnread(node)
    targets.noteUncertainStep()
  }

  /// What to advise where the colon behind the verb is missing, as in `if name is set:`.
  private func split(_ key: String) -> String? {
    let words = key.split(separator: " ", maxSplits: 1)
    guard words.count == 2, Vocabulary.step(String(words[0])) != nil else { return nil }
    return "Write `\(words[0]): \(words[1])`."
  }

  private func reportNoVerb(_ mapping: Node.Mapping) {
    guard let first = mapping.entries.first else {
      findings.certain.error(ScenarioRule.stepWithoutVerb, "this step is empty", at: mapping.span)
      return
    }
    findings.certain.error(
      ScenarioRule.stepWithoutVerb, "no step begins with `\(first.key.text)`", at: first.key.span,
      hint: split(first.key.text) ?? Vocabulary.elsewhere(first.key.text)
        ?? Nearest.hint(first.key.text, among: Vocabulary.verbs)
        ?? "A step begins with one of \(Vocabulary.verbs.map { "`\($0)`" }.joined(separator: " ")).")
  }
}

extension Step.Action {
  /// Whether nothing behind it is ever reached.
  fileprivate var isLast: Bool {
    switch self {
    case .goto, .end: true
    case .choose(_, let then, let otherwise):
      then.contains { $0.action.isLast } && otherwise.contains { $0.action.isLast }
    case .ask(let question):
      !question.options.isEmpty && question.options.allSatisfy { $0.target != nil }
    case .send, .set, .call, .visit, .optOut: false
    }
  }
}

extension Node {
  /// The first key of a mapping, or all of the value.
  var firstSpan: Span { mapping?.entries.first?.key.span ?? span }
}

extension SourcePosition {
  init(_ span: Span) { self.init(file: span.file, line: span.line, column: span.column) }
}
