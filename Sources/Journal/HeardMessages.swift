/// What customers wrote in a time.
package struct HeardMessages: Sendable {
  /// Why a message says nothing of the bot's files.
  package enum SetAside: String, Sendable, Hashable, Codable, CaseIterable {
    /// A person had the conversation.
    case person
    /// It waits for its turn.
    case waiting
    /// A newer one that came late too was answered in its place.
    case late
    /// The customer wrote too much in a short time.
    case flood
    /// No bot answered on its channel.
    case noBot
    /// It broke the engine, or its row cannot be read.
    case broken
  }

  /// Those that the bot had a turn for, newest first.
  package var messages: [HeardMessage] = []
  /// How many others there are.
  package var setAside: [SetAside: Int] = [:]
}
