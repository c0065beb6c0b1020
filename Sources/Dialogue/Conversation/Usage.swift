/// What turns touched of a bot, counted.
package struct Usage: Sendable, Hashable {
  /// Something of a bot that a turn can touch.
  package enum Part: Sendable, Hashable {
    /// A scenario, by name: it stays the same through edits.
    case scenario(String)
    case step(SourcePosition)
    case branch(Branch)
  }

  package private(set) var counts: [Part: Int] = [:]

  package init() {}

  package init(_ turn: Turn) {
    for name in turn.reason.path { counts[.scenario(name), default: 0] += 1 }
    for position in turn.trace.steps { counts[.step(position), default: 0] += 1 }
    for branch in turn.trace.branches { counts[.branch(branch), default: 0] += 1 }
  }

  package mutating func add(_ part: Part, _ count: Int) { counts[part, default: 0] += count }

  package mutating func add(_ other: Usage) { counts.merge(other.counts, uniquingKeysWith: +) }
}

extension Usage.Part {
  /// One line of text, for the journal; two parts have the same only if they are the same.
  package var key: String {
    switch self {
    case .scenario(let name): "scenario \(name)"
    case .step(let position): "step \(position)"
    case .branch(let branch): "branch \(branch.position) \(branch.way.key)"
    }
  }
}

extension Branch.Way {
  fileprivate var key: String {
    switch self {
    case .then: "then"
    case .otherwise: "else"
    case .handler(.onFail): "on_fail"
    case .handler(.onTimeout): "on_timeout"
    case .handler(.failed): "failed"
    case .handler(.notSent): "not_sent"
    case .handler(.option(let number)): "option \(number + 1)"
    case .onIdle: "on_idle"
    case .onGone: "on_gone"
    case .opened: "opened"
    case .closed: "closed"
    case .nudge: "nudge"
    case .released: "released"
    case .fallback(let number): "default \(number)"
    case .fallbackMedia: "default media"
    case .fallbackThen: "default then"
    }
  }
}
