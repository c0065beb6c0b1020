/// What a message made from a template has beside its text; the text is the template's, with the values filled in.
package struct TemplateMessage: Sendable, Hashable, Codable {
  /// The template's name, as a call gives it in `type`.
  package var name: String
  /// The language it was asked for in; nil for the template's own.
  package var language: String?
  /// The line above the text, values filled in; nil if there is none, or if it is the message's ``ChatMessage/media``.
  package var header: String?
  /// Below the text, in order.
  package var buttons: [Button]

  package init(name: String, language: String? = nil, header: String? = nil, buttons: [Button] = []) {
    self.name = name
    self.language = language
    self.header = header
    self.buttons = buttons
  }

  /// A button a customer can tap: one that leads to ``url``, or else a quick reply.
  package struct Button: Sendable, Hashable, Codable {
    package var label: String
    /// The whole address, value filled in; nil for a quick reply.
    package var url: String?
    /// What the sender wants to be told when a quick reply is tapped; nil for an address, or if it wants nothing.
    package var payload: String?

    package init(label: String, url: String? = nil, payload: String? = nil) {
      self.label = label
      self.url = url
      self.payload = payload
    }
  }
}
