/// Something that happens to a conversation; each is a row of the inbox.
package struct Event: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The customer wrote; `text` is nil for media, buttons and empty messages.
    case message(text: String?)
    /// A message of ours ended `dead`, `failed` or `expired`.
    case undelivered(outboxID: Int64, reason: String)
    /// The event before this one at this place broke the engine three times: the customer gets the default.
    case poisoned
  }

  package var kind: Kind
  /// The inbox row's id: the seed of everything random in this turn.
  package var id: Int64

  package init(_ kind: Kind, id: Int64) {
    self.kind = kind
    self.id = id
  }
}
