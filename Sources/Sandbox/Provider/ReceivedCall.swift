/// One call of a client, as the sandbox took it.
package struct ReceivedCall: Sendable, Hashable, Codable {
  /// Milliseconds since 1970 UTC.
  package var at: Int64
  package var path: String
  /// What was in the body, media as their file name.
  package var fields: [String: String]
  /// The code answered.
  package var status: String
  package var message: String
  package var messageID: String?
}
