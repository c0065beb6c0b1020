import Foundation

/// What an answer depends on besides its words.
package struct AnswerContext: Sendable, Hashable {
  package var now: Timestamp
  package var timezone: TimeZone
  /// Whether a date fits also where the other side of today is expected.
  package var takesAnyDay: Bool

  package init(now: Timestamp, timezone: TimeZone, takesAnyDay: Bool = false) {
    self.now = now
    self.timezone = timezone
    self.takesAnyDay = takesAnyDay
  }

  /// The day it is.
  package var today: CivilDate { CivilDate(now, in: timezone) }
}

/// What a valid answer is saved as.
package struct Answer: Sendable, Hashable {
  /// What `save` keeps.
  package var value: String
  /// What the slots of a pattern keep, under their own names.
  package var slots: [String: String]

  package init(_ value: String, slots: [String: String] = [:]) {
    self.value = value
    self.slots = slots
  }
}

extension AnswerContext {
  /// For messages that are judged the same on every day: Monday 2026-01-05, and a date fits on either side of it.
  package static let anytime = AnswerContext(
    now: Timestamp(milliseconds: 1_767_571_200_000), timezone: .gmt, takesAnyDay: true)
}
