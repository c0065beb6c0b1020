/// What the load generator did.
package enum LoadLine: Codable, Sendable, Hashable {
  /// A message was sent for the first time; `ordinal` counts the customer's messages from 0.
  case sent(id: String, number: String, ordinal: Int)
  /// A message was answered with `000`.
  case acknowledged(id: String)
}
