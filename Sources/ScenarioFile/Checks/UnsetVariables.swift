import Dialogue
import StrictYAML

/// Finds texts that read a variable which is not set on every way that leads to them.
///
/// What is set for certain is carried along every way through the bot until nothing changes any more; where ways
/// meet, only what all of them set is left. What is kept with the customer (`contact.…`) may be there already.
struct UnsetVariables {
  /// Where a variable was found missing on one way that leads to a scenario.
  private struct Origin {
    var position: SourcePosition
    /// The scenario it is led from; nil where the customer begins there.
    var from: String?
  }

  private let bot: Bot
  private let findings: Findings
  private let places: ReadingPlaces
  /// What is set for certain when a scenario begins; nil until a way is known that leads there.
  private var entries: [String: Set<String>] = [:]
  /// What is set for certain where a scenario ends; nil until a way is known that does.
  private var exits: [String: Set<String>] = [:]
  /// By scenario and variable: a way on which it is not set.
  private var origins: [String: [String: Origin]] = [:]
  private var allSet: Set<String> = []
  private var hasChanged = true

  init(_ bot: Bot, _ places: ReadingPlaces, _ findings: Findings) {
    self.bot = bot
    self.places = places
    self.findings = findings
    for scenario in scenarios {
      for start in scenario.starts { allSet.formUnion(start.pattern?.slots.map(\.name) ?? []) }
      for step in scenario.steps.all { allSet.formUnion(step.action.sets) }
    }
  }

  private var scenarios: [Scenario] {
    bot.scenarios + [bot.options.onIdle, bot.options.onGone].compactMap(\.self)
  }

  mutating func report() {
    for scenario in scenarios { begin(scenario) }
    if let then = bot.fallback.then { enter(then, [], Origin(position: bot.fallback.position ?? main)) }
    if let first = bot.options.first { enter(first, [], Origin(position: main)) }
    while hasChanged {
      hasChanged = false
      for scenario in scenarios { walk(scenario, isReporting: false) }
    }
    for scenario in scenarios { walk(scenario, isReporting: true) }
    for replies in bot.fallback.replies + [bot.fallback.media] {
      read(replies.flatMap(\.templates), State(set: []), at: bot.fallback.position ?? main, in: nil)
    }
  }

  private var main: SourcePosition { SourcePosition(file: BotFileName.main, line: 1, column: 1) }

  /// The ways on which a message of the customer's, or time, begins a scenario.
  private mutating func begin(_ scenario: Scenario) {
    for start in scenario.starts {
      enter(scenario.name, start.pattern?.certainSlots ?? [], Origin(position: start.position))
    }
    if scenario.name == bot.options.onIdle?.name || scenario.name == bot.options.onGone?.name {
      enter(scenario.name, [], Origin(position: scenario.position))
    }
  }

  private mutating func enter(_ name: String, _ set: Set<String>, _ origin: Origin) {
    let before = entries[name]
    let after = before.map { $0.intersection(set) } ?? set
    for missing in (before ?? allSet).subtracting(set) where origins[name]?[missing] == nil {
      origins[name, default: [:]][missing] = origin
    }
    guard after != before else { return }
    entries[name] = after
    hasChanged = true
  }

  // MARK: - One scenario

  /// What is set for certain at one step.
  private struct State {
    var set: Set<String>
    /// The `if` behind which a variable is set on one way only.
    var halves: [String: SourcePosition] = [:]
  }

  private mutating func walk(_ scenario: Scenario, isReporting: Bool) {
    guard let entry = entries[scenario.name] else { return }
    if let panel = scenario.panel {
      let said = panel.opened + panel.closed + (panel.nudge?.replies ?? []) + panel.release.replies
      if isReporting {
        read(said.flatMap(\.templates), State(set: entry), at: scenario.position, in: scenario)
      }
      if let then = panel.release.then {
        enter(then, entry, Origin(position: scenario.position, from: scenario.name))
      }
      return leave(scenario, State(set: entry))
    }
    if let end = run(scenario.steps, State(set: entry), in: scenario, isReporting) { leave(scenario, end) }
  }

  private mutating func leave(_ scenario: Scenario, _ state: State) {
    let after = exits[scenario.name].map { $0.intersection(state.set) } ?? state.set
    guard after != exits[scenario.name] else { return }
    exits[scenario.name] = after
    hasChanged = true
  }

  /// - Returns: what is set behind `steps`; nil if their end is not reached.
  private mutating func run(
    _ steps: [Step], _ before: State, in scenario: Scenario, _ isReporting: Bool
  ) -> State? {
    var state = before
    for step in steps {
      if isReporting { read(step.action.reads, state, at: step.position, in: scenario) }
      switch step.action {
      case .optOut: break
      case .send(_, let options): handle(options.notSent, state, step, in: scenario, isReporting)
      case .set(let assignments):
        for assignment in assignments {
          if assignment.value.plain.pieces.isEmpty {
            state.set.remove(assignment.variable)
          } else {
            state.set.insert(assignment.variable)
          }
        }
      case .ask(let question):
        handle(question.onFail, state, step, in: scenario, isReporting)
        handle(question.onTimeout, state, step, in: scenario, isReporting)
        state.set.formUnion(step.action.sets)
        for option in question.options { handle(option.target, state, step, in: scenario, isReporting) }
        if !question.options.isEmpty, question.options.allSatisfy({ $0.target != nil }) { return nil }
      case .call:
        for (_, handler) in step.action.handlers { handle(handler, state, step, in: scenario, isReporting) }
        state.set.formUnion(step.action.sets)
      case .goto(let name):
        enter(name, state.set, Origin(position: step.position, from: scenario.name))
        return nil
      case .visit(let name):
        enter(name, state.set, Origin(position: step.position, from: scenario.name))
        guard let behind = exits[name] else { return nil }
        state.set.formUnion(behind)
      case .end(let scope):
        if scope == .scenario { leave(scenario, state) }
        return nil
      case .choose(let condition, let then, let otherwise):
        let certain = condition.certain
        var (holding, failing) = (state, state)
        holding.set.formUnion(certain.holding)
        failing.set.formUnion(certain.failing)
        let ways = [
          run(then, holding, in: scenario, isReporting), run(otherwise, failing, in: scenario, isReporting),
        ].compactMap(\.self)
        guard let first = ways.first else { return nil }
        state = ways.dropFirst().reduce(first) { meet($0, $1, at: step.position) }
      }
    }
    return state
  }

  private func meet(_ left: State, _ right: State, at position: SourcePosition) -> State {
    var state = State(
      set: left.set.intersection(right.set), halves: left.halves.merging(right.halves) { first, _ in first })
    for name in left.set.symmetricDifference(right.set) { state.halves[name] = position }
    return state
  }

  private mutating func handle(
    _ handler: Handler?, _ state: State, _ step: Step, in scenario: Scenario, _ isReporting: Bool
  ) {
    switch handler {
    case nil: break
    case .goto(let name): enter(name, state.set, Origin(position: step.position, from: scenario.name))
    case .steps(let steps):
      // Behind the steps of a handler the scenario is over.
      if let end = run(steps, state, in: scenario, isReporting) { leave(scenario, end) }
    }
  }

  // MARK: - Reports

  private func read(
    _ templates: [TextTemplate], _ state: State, at position: SourcePosition, in scenario: Scenario?
  ) {
    var reported: Set<String> = []
    for case .slot(let name, _, nil) in templates.flatMap(\.pieces) {
      guard !isSet(name, in: state.set), mayBeSet(name), reported.insert(name).inserted else { continue }
      let place = places.span(of: name, at: position)
      let shared = place == nil ? places.sharedSpan(of: name) : nil
      findings.warning(
        ScenarioRule.unsetVariable, "`{\(name)}` is not set on every way to this step",
        at: place ?? Span(position),
        hint: "Set it on that way too, or say what stands there without it: `{\(name)|…}`.",
        notes: (shared.map { [Diagnostic.Note("the step says it in this text", at: $0)] } ?? [])
          + way(to: scenario, missing: Self.root(name), state))
    }
  }

  /// The way on which it is not set, from its beginning.
  private func way(to scenario: Scenario?, missing name: String, _ state: State) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    if let half = state.halves[name] {
      notes.append(Diagnostic.Note("it is set on one way through this `if` only", at: Span(half)))
    }
    var current = scenario?.name
    var seen: Set<String> = []
    while let reached = current, seen.insert(reached).inserted, let origin = origins[reached]?[name] {
      let message =
        origin.from.map { "`\($0)` leads to `\(reached)` here, and has not set it" }
        ?? "`\(reached)` begins here without it"
      notes.append(Diagnostic.Note(message, at: Span(origin.position)))
      current = origin.from
    }
    return notes.reversed()
  }

  private func isSet(_ name: String, in set: Set<String>) -> Bool {
    set.contains(name) || set.contains(Self.root(name))
  }

  /// Whether it is a variable of the talk, which some step sets.
  private func mayBeSet(_ name: String) -> Bool {
    guard !name.hasPrefix("contact."), GivenVariable(rawValue: name) == nil, bot.constants[name] == nil else {
      return false
    }
    return allSet.contains(name) || allSet.contains(Self.root(name))
  }

  /// What a call saves is one variable, whatever is read of it.
  private static func root(_ name: String) -> String {
    name.split(separator: ".").first.map(String.init) ?? name
  }
}
