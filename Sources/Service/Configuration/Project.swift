import Dialogue

/// One business number: a project of a client at the provider, and the bot that answers there.
package struct Project: Sendable, Equatable {
  package var channel: Channel
  /// The client's secret key at the provider.
  package var secret: Secret
  /// The bot's folder.
  package var bot: String

  package init(channel: Channel, secret: Secret, bot: String) {
    self.channel = channel
    self.secret = secret
    self.bot = bot
  }
}
