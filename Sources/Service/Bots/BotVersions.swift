import Dialogue
import Foundation
import Journal
import NIOPosix
import ScenarioFile

/// Accepts versions of bots, and finds the last one that was accepted.
package struct BotVersions: Sendable {
  let journal: Journal
  let media: MediaStore
  let now: @Sendable () -> Timestamp

  /// Keeps the media of a compiled bot and then the version itself, so that it can always be run again.
  package func accept(_ compilation: Compilation, for channel: Channel) async throws {
    guard let bot = compilation.bot, let version = compilation.version else { return }
    let (media, paths) = (media, compilation.mediaPaths)
    // On a thread that may wait for the disk: the daemon's own must go on answering.
    try await NIOThreadPool.singleton.runIfActive {
      for (hash, path) in paths { try media.keep(path, expected: hash) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let files = String(decoding: try encoder.encode(version), as: UTF8.self)
    try await journal.acceptBot(
      Journal.AcceptedBot(hash: bot.hash, acceptedAt: now(), files: files), channel: channel)
  }

  /// Hashes of all media of the versions that are kept.
  package func mediaHashes() async throws -> Set<String> {
    var hashes: Set<String> = []
    for files in try await journal.acceptedBotFiles() {
      // A version that cannot be read cannot run either.
      guard let version = try? JSONDecoder().decode(BotVersion.self, from: Data(files.utf8)) else { continue }
      hashes.formUnion(version.media.values.map(\.hash))
    }
    return hashes
  }

  /// The version of a channel's bot that was accepted last, compiled; nil if there is none that still compiles.
  package func last(of channel: Channel) async throws -> Bot? {
    try await journal.lastAcceptedBot(channel: channel).flatMap(Self.compiled)
  }

  /// A version as it was accepted, compiled; nil if it no longer compiles.
  static func compiled(_ accepted: Journal.AcceptedBot) -> Bot? {
    files(of: accepted).flatMap { Compilation.stored($0).bot }
  }

  /// The files of a version; nil if they cannot be read.
  static func files(of accepted: Journal.AcceptedBot) -> BotVersion? {
    try? JSONDecoder().decode(BotVersion.self, from: Data(accepted.files.utf8))
  }
}
