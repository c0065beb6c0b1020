extension Bot {
  /// Every place where a question may be open, in no order that means anything.
  package var questionPlaces: [StepPlace] {
    scenarios.flatMap { scenario in
      scenario.program.places.keys.filter { scenario.program.question(at: $0) != nil }.sorted().map {
        StepPlace(scenario: scenario.name, step: $0)
      }
    }
  }
}
