/// What a turn may take, and what WhatsApp takes.
package enum Limits {
  /// Steps one event may run; more is a loop.
  package static let stepsPerTurn = 50
  /// Unicode scalars of a text message.
  package static let text = 4096
  /// Unicode scalars of a caption.
  package static let caption = 1024
}
