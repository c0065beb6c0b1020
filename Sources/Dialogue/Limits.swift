/// What a turn may take, and what WhatsApp takes.
package enum Limits {
  /// Steps one event may run; more is a loop.
  package static let stepsPerTurn = 50
  /// Unicode scalars of a text message.
  package static let text = 4096
  /// Unicode scalars of a caption.
  package static let caption = 1024
  /// Unicode scalars of a template's name, and of what stands for one of its places.
  package static let templateName = 512
  package static let templateParam = 1024
  /// Characters of a variable.
  package static let variable = 4096
  /// Visits that wait to come back.
  package static let pendingVisits = 3
  /// Visits and questions that wait to come back.
  package static let pendingReturns = 16
  /// Values kept of a service's answer.
  package static let answerFields = 500
  /// Levels that a service's answer may nest.
  package static let answerDepth = 32
  /// A call never takes longer, whatever its author allows.
  package static let callTime = Duration.seconds(60)
  /// A customer is told that the bot's hours are over at most once in this time.
  package static let closedPause = Duration.seconds(1800)
  /// Customer messages that are answered in ``turnWindow``.
  package static let turnsPerWindow = 40
  package static let turnWindow = Duration.seconds(600)
  /// A message that waits for the customer to write is of use so long.
  package static let heldLife = Duration.seconds(24 * 3600)
  /// The provider lets free text out for 24 h after the customer wrote; a little is left for the way.
  package static let window = Duration.seconds((23 * 60 + 55) * 60)
}
