import Dialogue
import Foundation
import Journal

/// What a person says to a customer: a text, or media that were put into the store before.
package struct SayOrder: Codable, Sendable {
  package var text: String?
  package var media: Content.Media?
  /// Tells one message from another: the same key for the same customer again sends nothing again.
  package var key: String
  /// What happens where the bot has the conversation; nil for nothing being sent.
  package var besideBot: AgentMessage.BesideBot?

  package init(_ content: Content, key: String, besideBot: AgentMessage.BesideBot) {
    switch content {
    case .text(let text): self.text = text
    case .media(let media): self.media = media
    }
    self.key = key
    self.besideBot = besideBot
  }

  /// The one thing that it says.
  var content: Content {
    get throws(AdminRefusal) {
      switch (text, media) {
      case (let text?, nil): return .text(text)
      case (nil, let media?): return .media(media)
      default: throw AdminRefusal(.invalid, "Give either a `text` or `media`.")
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
