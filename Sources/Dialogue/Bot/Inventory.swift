/// All steps and branches of a bot, in the order of its files.
package struct Inventory {
  package private(set) var steps: [(SourcePosition, name: String)] = []
  /// Each with the place to show for it.
  package private(set) var branches: [(Branch, at: SourcePosition, name: String)] = []

  package init(_ bot: Bot) {
    for scenario in bot.scenarios { add(scenario) }
    if let onIdle = bot.options.onIdle {
      add(.onIdle, at: onIdle.position, "bot: on_idle")
      add(onIdle.steps, of: "bot")
    }
    if let onGone = bot.options.onGone {
      add(.onGone, at: onGone.position, "bot: on_gone")
      add(onGone.steps, of: "bot")
    }
    add(bot.fallback)
  }

  private mutating func add(_ scenario: Scenario) {
    add(scenario.steps, of: scenario.name)
    guard let panel = scenario.panel else { return }
    add(.opened, at: scenario.position, "\(scenario.name): panel opened")
    if panel.hours != nil { add(.closed, at: scenario.position, "\(scenario.name): panel outside its hours") }
    if panel.nudge != nil { add(.nudge, at: scenario.position, "\(scenario.name): nudge of panel") }
    if panel.release.idle != nil || !panel.release.keywords.isEmpty {
      add(.released, at: scenario.position, "\(scenario.name): release of panel")
    }
  }

  private mutating func add(_ fallback: Fallback) {
    guard let position = fallback.position else { return }
    for number in fallback.replies.indices {
      add(.fallback(number + 1), at: position, "default: miss \(number + 1)")
    }
    if !fallback.media.isEmpty { add(.fallbackMedia, at: position, "default: media") }
    if fallback.then != nil { add(.fallbackThen, at: position, "default: then") }
  }

  private mutating func add(_ list: [Step], of scenario: String) {
    for step in list {
      steps.append((step.position, "\(scenario): \(step.action.word)"))
      if case .choose(_, let then, let otherwise) = step.action {
        add(.then, at: step.position, "\(scenario): then", then)
        add(.otherwise, at: step.position, "\(scenario): else", otherwise)
        add(then, of: scenario)
        add(otherwise, of: scenario)
      }
      let handlers = Dictionary(step.action.handlers.map { ($0.kind, $0.handler) }) { first, _ in first }
      for kind in step.action.ways {
        let name = "\(scenario): \(step.action.word(for: kind)) of \(step.action.word)"
        guard case .steps(let inner)? = handlers[kind] else {
          add(.handler(kind), at: step.position, name)
          continue
        }
        add(.handler(kind), at: step.position, name, inner)
        add(inner, of: scenario)
      }
    }
  }

  /// A branch is shown where its first step stands, which tells it from the others.
  private mutating func add(
    _ way: Branch.Way, at position: SourcePosition, _ name: String, _ inner: [Step] = []
  ) {
    branches.append((Branch(position, way), at: inner.first?.position ?? position, name: name))
  }
}

extension Step.Action {
  /// The verb, as far as it is known.
  fileprivate var word: String {
    switch self {
    case .send(let replies, _): replies.first?.verb ?? "say"
    case .ask(let question): question.options.isEmpty ? "ask" : "menu"
    case .optOut: "opt_out"
    default: kind.rawValue
    }
  }

  /// A way on from it; an option by its label.
  fileprivate func word(for kind: HandlerKind) -> String {
    guard case .option(let number) = kind, case .ask(let question) = self,
      question.options.indices.contains(number)
    else { return kind.word }
    return "option \"\(question.options[number].label.plain.render { _ in "…" })\""
  }

  /// The ways on from it, options without a target included.
  fileprivate var ways: [HandlerKind] {
    var ways = handlers.map(\.kind)
    if case .ask(let question) = self {
      for number in question.options.indices where !ways.contains(.option(number)) {
        ways.insert(.option(number), at: number)
      }
    }
    return ways
  }
}

extension HandlerKind {
  /// As an author writes it.
  fileprivate var word: String {
    switch self {
    case .onFail: "on_fail"
    case .onTimeout: "on_timeout"
    case .failed: "failed"
    case .notSent: "not_sent"
    case .option(let number): "option \(number + 1)"
    }
  }
}

extension Reply {
  /// The verb of the step that sends it.
  fileprivate var verb: String {
    switch self {
    case .text, .pick: "say"
    case .media(let kind, _, _, _): kind.rawValue
    case .template: "template"
    }
  }
}
