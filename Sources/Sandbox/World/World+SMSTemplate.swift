extension World {
  /// An SMS template of the dashboard ("Wappin API v1.7, API Send Notification with SMS").
  package struct SMSTemplate: Sendable, Hashable {
    /// The "omnichannel rule": when the SMS goes out.
    package enum Rule: Sendable, Hashable {
      /// At once, beside the WhatsApp message.
      case both
      /// At once, if the number is not on WhatsApp.
      case invalidNumber
      /// So many days after the WhatsApp message reached `after`, if it came no further.
      case waiting(days: Int, after: ChatMessage.Status)
    }

    package var name: String
    /// The name of the message template it belongs to.
    package var template: String
    /// With the values as `{{1}}`, `{{2}}` and so on.
    package var text: String
    package var rule: Rule

    package init(name: String, template: String, text: String, rule: Rule = .both) {
      self.name = name
      self.template = template
      self.text = text
      self.rule = rule
    }

    /// How many characters one SMS takes, the values not counted.
    package static let length = 160

    /// How many SMS it goes out as.
    package var parts: Int {
      let count = Placeholders.removed(from: text).count
      return max(1, (count + Self.length - 1) / Self.length)
    }
  }
}
