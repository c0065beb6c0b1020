import Dialogue

/// The one place where what must survive is kept: SQLite, `synchronous=FULL`, one writer, group commit.
///
/// Every writing call returns after its commit is on disk; calls that wait at the same time share one commit.
package final class Journal: Sendable {
  /// Opens (or makes) `journal.sqlite3` in `folder`, takes the folder's lock and brings the schema up to date.
  package init(folder: String) throws(JournalFailure) { fatalError("not yet") }

  /// Finishes what waits, checkpoints and closes.
  package func close() async throws {}

  /// What an unclean stop left: `sending` becomes `unknown`, first-in-line events count an attempt.
  package struct Recovery: Sendable {
    package var wasUnclean: Bool
    package var unknown: Int
  }
  package func recover(now: Timestamp) async throws -> Recovery { fatalError("not yet") }

  // MARK: inbound

  package func accept(_ message: IncomingMessage) async throws -> Acceptance { fatalError("not yet") }
  package func record(_ status: IncomingStatus) async throws -> StatusEffect { fatalError("not yet") }
  package func quarantine(_ callback: QuarantinedCallback) async throws { fatalError("not yet") }
  /// Quarantined callbacks of these projects, oldest first.
  package func quarantined(projectIDs: [String]) async throws -> [QuarantinedCallback] {
    fatalError("not yet")
  }
  package func removeQuarantined(_ ids: [Int64]) async throws { fatalError("not yet") }

  // MARK: dispatching

  /// Contacts with events to run.
  package func pendingContacts() async throws -> [Int64] { fatalError("not yet") }
  /// What to run for each of `contacts`; those without pending events are left out.
  package func work(for contacts: [Int64]) async throws -> [ContactWork] { fatalError("not yet") }
  /// Conversation, outbox rows, reason and `done` of each turn, all in one commit.
  package func commit(_ turns: [TurnRecord]) async throws { fatalError("not yet") }

  // MARK: sending

  /// Contacts with messages that are not at an end.
  package func contactsWithOutbound() async throws -> [Int64] { fatalError("not yet") }
  /// The oldest message of each of `contacts` that holds back the later ones.
  package func heads(of contacts: [Int64]) async throws -> [OutboxRow] { fatalError("not yet") }
  /// Marks each `sending` and opens an attempt: committed before the first byte leaves.
  package func begin(_ ids: [Int64], now: Timestamp) async throws { fatalError("not yet") }
  /// Moves messages; one that ends badly becomes an `undelivered` event in the same commit.
  ///
  /// - Returns: contacts that got such an event.
  package func move(_ moves: [OutboxMove]) async throws -> [Int64] { fatalError("not yet") }
  /// Puts a message of a person or the command line into the outbox; the contact is made if there is none.
  ///
  /// - Parameter origin: unique, for example `agent/` and a UUID; the same origin again changes nothing.
  /// - Returns: the message's contact and id.
  package func enqueue(
    _ message: NewMessage, channel: Channel, number: String, origin: String, now: Timestamp
  ) async throws -> (contactID: Int64, outboxID: Int64) { fatalError("not yet") }

  // MARK: bots and tokens

  package struct AcceptedBot: Sendable {
    package var hash: String
    package var acceptedAt: Timestamp
    /// JSON of the version's files.
    package var files: String

    package init(hash: String, acceptedAt: Timestamp, files: String) {
      self.hash = hash
      self.acceptedAt = acceptedAt
      self.files = files
    }
  }
  /// Stores an accepted version of a channel's bot; the same hash again only changes its time.
  package func acceptBot(_ bot: AcceptedBot, channel: Channel) async throws { fatalError("not yet") }
  /// The version accepted last.
  package func lastAcceptedBot(channel: Channel) async throws -> AcceptedBot? { fatalError("not yet") }
  /// JSON of a client's token.
  package func token(clientID: String) async throws -> String? { fatalError("not yet") }
  package func saveToken(_ json: String, clientID: String) async throws { fatalError("not yet") }

  // MARK: for people

  package struct Counts: Sendable, Codable {
    package var inbox: [String: Int]
    package var outbox: [String: Int]
    package var contacts: Int
    package var quarantine: Int
    package var orphanStatuses: Int
  }
  package func counts() async throws -> Counts { fatalError("not yet") }
  /// The newest `limit` messages, newest first, of one state or all.
  package func outbox(state: OutboxState?, limit: Int) async throws -> [OutboxRow] {
    fatalError("not yet")
  }
  package struct Attempt: Sendable, Codable {
    package var n: Int
    package var startedAt: Timestamp
    package var endedAt: Timestamp?
    package var outcome: String?
    package var code: String?
  }
  package func outboxRow(_ id: Int64) async throws -> (row: OutboxRow, attempts: [Attempt])? {
    fatalError("not yet")
  }
}
