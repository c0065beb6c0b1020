import Dialogue

/// What of a bot was run.
package struct Coverage: Sendable {
  private(set) var scenarios: Set<String> = []
  private(set) var steps: Set<SourcePosition> = []
  private(set) var branches: Set<Branch> = []

  package init() {}

  mutating func add(_ turn: Turn, of bot: RehearsedBot) {
    func isOwn(_ position: SourcePosition) -> Bool { !bot.foreignFiles.contains(position.file) }
    for name in turn.reason.path {
      guard let scenario = bot.bot.scenario(named: name), isOwn(scenario.position) else { continue }
      scenarios.insert(name)
    }
    steps.formUnion(turn.trace.steps.lazy.filter(isOwn))
    branches.formUnion(turn.trace.branches.lazy.filter { isOwn($0.position) })
  }

  package mutating func add(_ other: Coverage) {
    scenarios.formUnion(other.scenarios)
    steps.formUnion(other.steps)
    branches.formUnion(other.branches)
  }
}
