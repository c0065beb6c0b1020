/// Why a customer's message is answered by silence, in the words that are kept with it.
package enum Silence {
  package static let person = "a person has the conversation"
  package static let flood = "too many messages in a short time"
  package static let saidJustBefore = "the default was said just before"
  package static let saidOften = "the default was said often enough"
  package static let noDefault = "nothing matched, and the bot has no default"

  /// Those of messages that the bot did not understand.
  package static let ofMisses = [saidJustBefore, saidOften, noDefault]
}
