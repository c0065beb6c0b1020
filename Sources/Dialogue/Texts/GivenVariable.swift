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
  /// Why a call failed: an HTTP status, `timeout` or `unreachable`; only in what is done then.
  case callStatus = "call.status"

  /// The opening hours whose next opening `hours.NAME.next` is; nil for any other name.
  package static func hours(in name: String) -> String? {
    guard name.hasPrefix("hours."), name.hasSuffix(".next"), name.count > 11 else { return nil }
    return String(name.dropFirst(6).dropLast(5))
  }
}
