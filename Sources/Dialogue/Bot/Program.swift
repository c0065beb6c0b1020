/// A scenario's steps as they are run: one list, with jumps in place of nesting.
///
/// A step that waits, or that something may happen to later, is found again by the name of its place: its own name,
/// else its variable, else its number among the unnamed steps of its verb.
struct Program: Sendable {
  enum Instruction: Sendable {
    /// - place: nil for a step that nothing comes back to.
    case perform(Step, place: String?)
    /// Goes on if the condition holds, else at `otherwise`.
    case branch(Condition, otherwise: Int, position: SourcePosition)
    case jump(Int)
    /// The scenario is over.
    case stop
  }

  private struct Block {
    var place: String
    var kind: HandlerKind
    var steps: [Step]
  }

  struct Entry: Hashable {
    var place: String
    var kind: HandlerKind
  }

  private(set) var instructions: [Instruction] = []
  /// Where the step of each place stands.
  private(set) var places: [String: Int] = [:]
  /// Where the steps of each handler begin.
  private(set) var entries: [Entry: Int] = [:]
  private var unnamed: [String: Int] = [:]
  private var pending: [Block] = []

  init(_ steps: [Step]) {
    add(steps)
    instructions.append(.stop)
    while !pending.isEmpty {
      let block = pending.removeFirst()
      entries[Entry(place: block.place, kind: block.kind)] = instructions.count
      add(block.steps)
      instructions.append(.stop)
    }
  }

  /// The question asked at `place`; nil if there is none.
  func question(at place: String) -> Question? {
    guard let step = step(at: place), case .ask(let question) = step.action else { return nil }
    return question
  }

  /// The places of its questions, in the order written.
  var questions: [String] {
    places.filter { question(at: $0.key) != nil }.sorted { $0.value < $1.value }.map(\.key)
  }

  func step(at place: String) -> Step? {
    guard let index = places[place], case .perform(let step, _) = instructions[index] else { return nil }
    return step
  }

  private mutating func add(_ steps: [Step]) {
    for step in steps {
      if case .choose(let condition, let then, let otherwise) = step.action {
        add(condition, then, otherwise, step.position)
        continue
      }
      let place = place(of: step)
      if let place { places[place] = instructions.count }
      instructions.append(.perform(step, place: place))
      guard let place else { continue }
      for (kind, handler) in step.action.handlers {
        if case .steps(let steps) = handler { pending.append(Block(place: place, kind: kind, steps: steps)) }
      }
    }
  }

  private mutating func add(
    _ condition: Condition, _ then: [Step], _ otherwise: [Step], _ position: SourcePosition
  ) {
    let branch = instructions.count
    instructions.append(.stop)
    add(then)
    let jump = instructions.count
    if !otherwise.isEmpty {
      instructions.append(.stop)
    }
    instructions[branch] = .branch(condition, otherwise: instructions.count, position: position)
    guard !otherwise.isEmpty else { return }
    add(otherwise)
    instructions[jump] = .jump(instructions.count)
  }

  private mutating func place(of step: Step) -> String? {
    guard let verb = step.action.waitingVerb else { return nil }
    let own = step.name ?? step.action.answerVariable
    var name = own ?? ""
    if own == nil || places[name] != nil {
      let base = own ?? verb
      repeat {
        unnamed[base, default: own == nil ? 0 : 1] += 1
        name = "\(base) \(unnamed[base] ?? 0)"
      } while places[name] != nil
    }
    return name
  }
}

extension Step.Action {
  /// The verb of a step that something comes back to; nil for all others.
  fileprivate var waitingVerb: String? {
    switch self {
    case .ask(let question): question.verb
    case .call: "call"
    case .visit: "visit"
    case .send(_, let options): options.notSent == nil ? nil : "say"
    case .set, .choose, .goto, .optOut, .end: nil
    }
  }

  fileprivate var answerVariable: String? {
    switch self {
    case .ask(let question): question.variable
    case .call(let call): call.variable
    default: nil
    }
  }

  /// What may be done after this step.
  package var handlers: [(kind: HandlerKind, handler: Handler)] {
    var handlers: [(HandlerKind, Handler)] = []
    switch self {
    case .send(_, let options):
      if let notSent = options.notSent { handlers.append((.notSent, notSent)) }
    case .ask(let question):
      for (number, option) in question.options.enumerated() {
        if let target = option.target { handlers.append((.option(number), target)) }
      }
      if let onFail = question.onFail { handlers.append((.onFail, onFail)) }
      if let onTimeout = question.onTimeout { handlers.append((.onTimeout, onTimeout)) }
    case .call(let call): handlers.append((.failed, call.failed))
    case .set, .choose, .goto, .visit, .optOut, .end: break
    }
    return handlers
  }
}
