/// What the pages are told as it happens.
package enum PhoneEvent: Sendable {
  case customer(Customer)
  /// New, or changed since it was told.
  case message(ChatMessage)
}

typealias PhoneFeed = LiveFeed<PhoneEvent>
