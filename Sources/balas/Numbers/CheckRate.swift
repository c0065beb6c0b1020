import ArgumentParser
import Foundation

/// How many numbers a second are asked for: `5`, `5/s` or `0.5/s`.
struct CheckRate: ExpressibleByArgument, Sendable {
  var perSecond: Double

  init(perSecond: Double) { self.perSecond = perSecond }

  init?(argument: String) {
    let number = argument.hasSuffix("/s") ? String(argument.dropLast(2)) : argument
    guard let perSecond = Double(number), (0.1...20).contains(perSecond) else { return nil }
    self.perSecond = perSecond
  }

  /// Between the beginnings of two questions.
  var pause: Duration { .seconds(1 / perSecond) }

  var defaultValueDescription: String { "\(perSecond.formatted())/s" }
}
