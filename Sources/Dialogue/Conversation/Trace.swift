/// What a turn ran, for whoever counts what is tested and what is used; only counts of it are stored.
package struct Trace: Sendable, Hashable {
  /// Where the steps stand that were performed, in order.
  package var steps: [SourcePosition] = []
  /// The ways that were taken where there are several.
  package var branches: [Branch] = []
}

/// One of the ways on from a step, the default or a chat panel.
package struct Branch: Sendable, Hashable {
  package enum Way: Sendable, Hashable {
    /// The condition of an `if` holds, or does not.
    case then, otherwise
    case handler(HandlerKind)
    /// The bot's own `on_idle` and `on_gone`.
    case onIdle, onGone
    /// What a chat panel does.
    case opened, closed, nudge, released
    /// The default's n-th reply, from 1; its `media`; its `then`.
    case fallback(Int), fallbackMedia, fallbackThen
  }

  /// Where the step, the default or the scenario stands.
  package var position: SourcePosition
  package var way: Way

  package init(_ position: SourcePosition, _ way: Way) {
    self.position = position
    self.way = way
  }
}
