import Dialogue
import Foundation
import Journal

/// Works on the journal itself while no daemon holds it.
package enum OfflineAdministration {
  /// Opens the journal, runs `body` on it, and closes it.
  package static func with(
    _ configuration: Configuration, _ body: (any Administration) async throws -> Void
  ) async throws {
    guard FileManager.default.fileExists(atPath: configuration.data + "/journal.sqlite3") else {
      throw AdminRefusal(
        .failed, "No daemon runs, and \(configuration.data) holds no journal that this user can see.")
    }
    let journal = try Journal(folder: configuration.data, keepsStopMark: true)
    let now: @Sendable () -> Timestamp = { Timestamp(Date()) }
    let desk = AdminDesk(
      journal: journal, live: LiveConfiguration(configuration),
      tokenStore: JournalTokenStore(journal: journal),
      media: MediaStore(folder: configuration.data + "/media"), running: nil, now: now)
    do {
      try await body(desk)
    } catch {
      try? await journal.close()
      throw error
    }
    try await journal.close()
  }
}
