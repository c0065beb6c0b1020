import Dialogue
import StrictYAML

/// What of scenarios does not come back to a question that was open before, because it forgets all that waits.
///
/// Leading to a chat panel is none: who asks for a person is not asked any more.
struct Departures {
  /// A step that leaves for good, with the way to it.
  struct Departure {
    /// In the scenario that was asked about.
    var position: SourcePosition
    var hint: String
    var notes: [Diagnostic.Note] = []
  }

  private let bot: Bot
  private struct Look: Hashable {
    var scenario: String
    var depth: Int
  }

  /// By scenario and depth; nil while it is being looked at, and where nothing leaves.
  private var known: [Look: Departure?] = [:]
  /// How many visits lead to what is looked at; those that are deeper are not made.
  private var depth = 0

  init(_ bot: Bot) { self.bot = bot }

  /// The first departure before anything is asked; nil if there is none.
  mutating func first(in scenario: Scenario) -> Departure? {
    guard depth <= Limits.pendingVisits else { return nil }
    let look = Look(scenario: scenario.name, depth: depth)
    if let found = known[look] { return found }
    known[look] = .some(nil)
    depth += 1
    let found = first(in: scenario.steps).departure
    depth -= 1
    known[look] = .some(found)
    return found
  }

  /// - Returns: also whether the end of `steps` may be reached without a question.
  private mutating func first(in steps: [Step]) -> (departure: Departure?, passes: Bool) {
    for step in steps {
      switch step.action {
      case .goto(let name):
        if opensPanel(name) { return (nil, false) }
        let hint = "A `goto` does not come back: leave it out, or write `interrupt: always` if this is meant."
        return (Departure(position: step.position, hint: hint), false)
      case .end(.session):
        let hint =
          "`end: session` forgets the question: leave it out, or write `interrupt: always` if this is meant."
        return (Departure(position: step.position, hint: hint), false)
      case .ask, .end(.scenario): return (nil, false)
      case .visit(let name):
        guard let target = bot.scenario(named: name), let inner = first(in: target) else { continue }
        let note = Diagnostic.Note("and `\(name)` does not come back", at: Span(inner.position))
        return (Departure(position: step.position, hint: inner.hint, notes: [note]), false)
      case .call(let call):
        switch call.failed {
        case .goto(let name):
          if opensPanel(name) { break }
          let hint =
            "`failed: \(name)` does not come back: write `failed:` with `- visit: \(name)`, "
            + "or `interrupt: always` if this is meant."
          return (Departure(position: step.position, hint: hint), false)
        case .steps(let steps):
          if let found = first(in: steps).departure { return (found, false) }
        }
      case .choose(_, let then, let otherwise):
        let (inThen, passesThen) = first(in: then)
        let (inElse, passesElse) = first(in: otherwise)
        if let found = inThen ?? inElse { return (found, false) }
        if !passesThen, !passesElse { return (nil, false) }
      case .send, .set, .optOut: break
      }
    }
    return (nil, true)
  }

  private func opensPanel(_ name: String) -> Bool { bot.scenario(named: name)?.panel != nil }
}
