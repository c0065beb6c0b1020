/// What an SMS has beside its text: it stands in the chat as an entry of its own.
package struct ShortMessage: Sendable, Hashable, Codable {
  /// The SMS template's name.
  package var template: String
  /// How many SMS it goes out as: one for each 160 characters, the values not counted
  /// ("Wappin API v1.7, API Send Notification with SMS").
  package var parts: Int
  /// The id of the WhatsApp message it belongs to, which may have failed.
  package var messageID: String

  package init(template: String, parts: Int, messageID: String) {
    self.template = template
    self.parts = parts
    self.messageID = messageID
  }
}
