extension Bot {
  /// Every call that a scenario or a handler may make, in the order written.
  package var calls: [(call: Call, position: SourcePosition)] {
    let own = [options.onIdle, options.onGone].compactMap(\.self)
    return (scenarios + own).flatMap { Self.calls($0.steps) }
  }

  private static func calls(_ steps: [Step]) -> [(call: Call, position: SourcePosition)] {
    steps.flatMap { step in
      var found: [(call: Call, position: SourcePosition)] = []
      switch step.action {
      case .call(let call): found.append((call, step.position))
      case .choose(_, let then, let otherwise): found += calls(then) + calls(otherwise)
      case .send, .ask, .set, .goto, .visit, .optOut, .end: break
      }
      for case (_, .steps(let handler)) in step.action.handlers { found += calls(handler) }
      return found
    }
  }
}
