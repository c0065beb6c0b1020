import Dialogue
import Foundation
import Journal

extension Checkup {
  /// What a running daemon says, or the journal itself.
  ///
  /// - Parameter tokens: the daemon's; nil if none runs.
  func journal(_ configuration: Configuration, tokens: [TokenItem]?) async -> [Finding] {
    if let tokens {
      return [Finding(.ok, "daemon", "answers at \(configuration.admin)")] + tokens.map(token)
    }
    var findings = [Finding(.warn, "daemon", "none answers at \(configuration.admin); start it.")]
    guard FileManager.default.fileExists(atPath: configuration.data + "/journal.sqlite3") else {
      return findings + [Finding(.ok, "journal", "none yet; it is made at the first start")]
    }
    do {
      let journal = try Journal(folder: configuration.data, keepsStopMark: true)
      let damage = try await journal.quickCheck()
      let store = JournalTokenStore(journal: journal)
      for clientID in Set(configuration.projects.map(\.channel.clientID)).sorted() {
        findings.append(
          token(TokenItem(clientID: clientID, token: try await store.token(clientID: clientID))))
      }
      try await journal.close()
      findings.append(
        damage.first.map { Finding(.fail, "journal", Self.wayBack($0, configuration.data)) }
          ?? Finding(.ok, "journal", "sound"))
    } catch JournalFailure.damaged(_, let reason) {
      findings.append(Finding(.fail, "journal", Self.wayBack(reason, configuration.data)))
    } catch {
      findings.append(Finding(.fail, "journal", "\(error)"))
    }
    return findings
  }

  private func token(_ item: TokenItem) -> Finding {
    let subject = "token of client \(item.clientID)"
    guard let expiresAt = item.expiresAt else {
      return Finding(.warn, subject, "none yet; `balas token --renew` asks the provider for one.")
    }
    let time = expiresAt.date.formatted(.iso8601)
    return expiresAt > Timestamp(Date())
      ? Finding(.ok, subject, "good until \(time)")
      : Finding(.warn, subject, "ended \(time); `balas token --renew` asks for a new one.")
  }

  private static func wayBack(_ reason: String, _ folder: String) -> String {
    "\(folder)/journal.sqlite3 is damaged (\(reason)). Stop the daemon, copy the folder, then run "
      + "`sqlite3 journal.sqlite3 .recover | sqlite3 new.sqlite3` in the copy and put new.sqlite3 in place of "
      + "journal.sqlite3, without its -wal and -shm; or restore the last backup."
  }
}
