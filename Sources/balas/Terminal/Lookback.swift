import ArgumentParser
import Dialogue
import Foundation
import StrictYAML

/// How far a verb looks back: `7d`, `12h`, `90m`.
struct Lookback: ExpressibleByArgument, Sendable {
  private let duration: Duration
  private let written: String

  init?(argument: String) {
    guard let duration = Duration(written: argument), duration > .zero else { return nil }
    (self.duration, written) = (duration, argument)
  }

  static let week = Lookback(duration: .seconds(7 * 86_400), written: "7d")
  static let month = Lookback(duration: .seconds(30 * 86_400), written: "30d")

  private init(duration: Duration, written: String) { (self.duration, self.written) = (duration, written) }

  /// When it begins.
  var start: Timestamp { Timestamp(Date()) - duration }

  var defaultValueDescription: String { written }
}
