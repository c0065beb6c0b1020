import Dialogue
import Foundation
import Journal

/// What a person says to a customer: a text, a template, or media that were put into the store before.
package struct SayOrder: Codable, Sendable {
  package var text: String?
  package var media: Content.Media?
  package var template: MessageTemplate?
  /// Tells one message from another: the same key for the same customer again sends nothing again.
  package var key: String
  /// What happens where the bot has the conversation; nil for nothing being sent.
  package var besideBot: AgentMessage.BesideBot?

  package init(_ content: Content, key: String, besideBot: AgentMessage.BesideBot) {
    switch content {
    case .text(let text): self.text = text
    case .media(let media): self.media = media
    case .template(let template): self.template = template
    }
    self.key = key
    self.besideBot = besideBot
  }

  /// The one thing that it says.
  var content: Content {
    get throws(AdminRefusal) {
      switch (text, media, template) {
      case (let text?, nil, nil): return .text(text)
      case (nil, let media?, nil): return .media(media)
      case (nil, nil, let template?): return .template(template)
      default: throw AdminRefusal(.invalid, "Give one of `text`, `media` and `template`.")
      }
    }
  }
}

/// What became of a person's message.
package struct SayReply: Codable, Sendable {
  package var message: OutboxItem
  /// Whether the same key was used before: nothing was sent again.
  package var wasSaidBefore: Bool
}

/// What became of a pause or release.
package struct HandoverReply: Codable, Sendable {
  /// False if it stood so already.
  package var changed: Bool
  /// False if it waits to be run: for a daemon, or behind other events.
  package var isInForce: Bool
  package var session: SessionItem
}
