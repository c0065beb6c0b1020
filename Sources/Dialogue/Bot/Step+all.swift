extension [Step] {
  /// Every step: these, and behind each what stands in its branches and handlers.
  package var all: [Step] {
    flatMap { step -> [Step] in
      var inner: [Step] = []
      if case .choose(_, let then, let otherwise) = step.action { inner += then.all + otherwise.all }
      for case .steps(let steps) in step.action.handlers.map(\.handler) { inner += steps.all }
      return [step] + inner
    }
  }
}
