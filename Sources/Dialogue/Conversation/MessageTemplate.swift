/// A message template of the provider with its places filled ("notification", "HSM"): the only message that reaches a
/// customer who has not written in the last 24 hours.
package struct MessageTemplate: Sendable, Hashable, Codable {
  /// As it is registered at the provider.
  package var name: String
  /// What stands for `{{1}}`, `{{2}}`, …
  package var params: [String]
  /// Sent as an SMS as well, or instead, as the rule of that SMS template says.
  package var sms: SMS?
  /// For a template that is registered in several languages.
  package var languageCode: String?
  /// What stands for the place in its header.
  package var header: String?
  package var button: Button?
  /// The file of its header.
  package var media: Content.Media?

  package init(
    name: String, params: [String] = [], sms: SMS? = nil, languageCode: String? = nil, header: String? = nil,
    button: Button? = nil, media: Content.Media? = nil
  ) {
    self.name = name
    self.params = params
    self.sms = sms
    self.languageCode = languageCode
    self.header = header
    self.button = button
    self.media = media
  }

  /// With each value on one line: WhatsApp takes no line breaks in them.
  package var onOneLine: MessageTemplate {
    var template = self
    template.params = params.map(\.oneLine)
    template.sms?.params = sms?.params.map(\.oneLine) ?? []
    template.header = header?.oneLine
    return template
  }

  /// As a transcript shows it: `[template order_ready] Ani, 14:00`.
  package var line: String {
    "[template \(name)]" + (params.isEmpty ? "" : " " + params.joined(separator: ", "))
  }

  /// An SMS template with its places filled.
  package struct SMS: Sendable, Hashable, Codable {
    package var name: String
    package var params: [String]

    package init(name: String, params: [String] = []) {
      self.name = name
      self.params = params
    }
  }

  /// What a template's buttons are given.
  package struct Button: Sendable, Hashable, Codable {
    /// What stands for the place in the address of a link.
    package var url: String?
    /// What each quick reply gives back when it is tapped.
    package var replyPayloads: [String]

    package init(url: String? = nil, replyPayloads: [String] = []) {
      self.url = url
      self.replyPayloads = replyPayloads
    }
  }
}

extension MessageTemplate {
  /// Why no provider takes this combination, in one sentence; nil if it is none.
  package var contradiction: String? {
    guard media != nil else { return nil }
    if sms != nil { return "A template with a file cannot be sent as an SMS as well: leave one of them out." }
    if header != nil { return "A template's header is a text or a file, not both: leave one of them out." }
    return nil
  }
}
