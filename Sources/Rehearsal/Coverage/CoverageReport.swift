import Dialogue

/// What of a bot there is to test, and what no test touched.
package struct CoverageReport: Sendable {
  /// Scenarios, steps or branches.
  package struct Part: Sendable {
    package var total = 0
    /// In the order of the bot's files.
    package var untouched: [Item] = []

    package var touched: Int { total - untouched.count }
  }

  /// Something no test touched.
  package struct Item: Sendable, Hashable {
    package var position: SourcePosition
    /// For example `order: on_fail of ask`.
    package var name: String
  }

  package private(set) var scenarios = Part()
  package private(set) var steps = Part()
  package private(set) var branches = Part()

  package init(_ bot: Bot, _ coverage: Coverage) {
    for scenario in bot.scenarios {
      scenarios.count(scenario.position, scenario.name, coverage.scenarios.contains(scenario.name))
    }
    let inventory = Inventory(bot)
    for (position, name) in inventory.steps {
      steps.count(position, name, coverage.steps.contains(position))
    }
    for (branch, position, name) in inventory.branches {
      branches.count(position, name, coverage.branches.contains(branch))
    }
  }

  package var total: Int { scenarios.total + steps.total + branches.total }
  package var touched: Int { scenarios.touched + steps.touched + branches.touched }

  /// How much was touched of all there is, in hundredths; never 100 while anything is left.
  package var percent: Double { Self.percent(touched, of: total) }

  package static func percent(_ touched: Int, of total: Int) -> Double {
    total == 0 ? 100 : Double(touched) * 100 / Double(total)
  }
}

extension CoverageReport.Part {
  fileprivate mutating func count(_ position: SourcePosition, _ name: String, _ isTouched: Bool) {
    total += 1
    if !isTouched { untouched.append(CoverageReport.Item(position: position, name: name)) }
  }
}
