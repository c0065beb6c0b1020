import Dialogue
import Synchronization

/// The bots in force, by channel; a reload replaces all of them at once.
package final class BotRegistry: Sendable {
  private let bots: Mutex<[Channel: Bot]>

  package init(_ bots: [Channel: Bot] = [:]) { self.bots = Mutex(bots) }

  package func bot(for channel: Channel) -> Bot? { bots.withLock { $0[channel] } }

  package func use(_ bots: [Channel: Bot]) { self.bots.withLock { $0 = bots } }

  /// The version each channel runs, by the channel's name.
  package var versions: [String: String] {
    bots.withLock { bots in
      Dictionary(uniqueKeysWithValues: bots.map { ($0.key.name, $0.value.hash) })
    }
  }
}
