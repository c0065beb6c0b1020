import Foundation

/// What an answer depends on besides its words.
package struct AnswerContext: Sendable, Hashable {
  package var now: Timestamp
  package var timezone: TimeZone

  package init(now: Timestamp, timezone: TimeZone) {
    self.now = now
    self.timezone = timezone
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
  /// For messages in which no date or time is read.
  package static let anytime = AnswerContext(now: Timestamp(milliseconds: 0), timezone: .gmt)
}
