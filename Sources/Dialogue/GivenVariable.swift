/// The variables that are there without an author's doing.
package enum GivenVariable: String, Sendable, CaseIterable {
  /// Digits with country code, no plus.
  case contactNumber = "contact.number"
  /// As the provider tells it; unset if it does not.
  case contactName = "contact.name"
  /// What the customer wrote, as typed; unset in a turn without a text.
  case messageText = "message.text"
  case botName = "bot.name"
  /// The customer's language, `id` unless another was set.
  case lang
  /// The date in the bot's time zone, `2026-02-03`.
  case today
  /// The time of day in the bot's time zone, `06:01`.
  case now
}
