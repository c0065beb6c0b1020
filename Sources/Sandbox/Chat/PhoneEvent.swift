/// What the pages are told as it happens.
package enum PhoneEvent: Sendable {
  case customer(Customer)
  /// New, or changed since it was told.
  case message(ChatMessage)
  /// The clock was put forward; milliseconds since 1970 UTC.
  case time(Int64)
}

typealias PhoneFeed = LiveFeed<PhoneEvent>
