extension Bot {
  /// Every call that a scenario or a handler may make, in the order written.
  package var calls: [Call] {
    let own = [options.onIdle, options.onGone].compactMap(\.self)
    return (scenarios + own).flatMap(\.steps.all).compactMap {
      if case .call(let call) = $0.action { call } else { nil }
    }
  }
}
