import Dialogue
import GRDB
import Testing

@testable import Journal

let channel = Channel(clientID: "0009", projectID: "16")

extension Timestamp {
  static let start = Timestamp(milliseconds: 1_700_000_000_000)
}

extension Journal {
  /// A journal in `folder` that needs little room.
  static func small(_ folder: TemporaryFolder) throws -> Journal {
    try Journal(folder: folder.path, reserveBytes: 0, ballastBytes: 0)
  }

  /// Accepts a message with the text `text`.
  @discardableResult
  func hear(
    _ messageID: String, from number: String = "62811", text: String? = "halo", at now: Timestamp = .start
  ) async throws -> Acceptance {
    try await accept(
      IncomingMessage(
        channel: channel, messageID: messageID, number: number, text: text, providerAt: now, receivedAt: now))
  }

  /// Runs the event `inboxID` to an end that says `replies`.
  func answer(
    _ inboxID: Int64, contactID: Int64, with replies: [Content], at now: Timestamp = .start
  ) async throws {
    try await commit([turn(inboxID, contactID: contactID, with: replies, at: now)])
  }

  func turn(
    _ inboxID: Int64, contactID: Int64, with replies: [Content], at now: Timestamp = .start
  ) -> TurnRecord {
    TurnRecord(
      contactID: contactID, channel: channel, number: "62811", inboxID: inboxID, disposition: .done,
      bot: "hash",
      conversation: Conversation(startedAt: now, misses: Int(inboxID)), contactVars: [:],
      reason: Reason(winner: .scenario("salam")),
      messages: replies.map { NewMessage(content: $0, expiresAt: now + .seconds(900)) }, now: now)
  }

  /// Brings one message as far as the provider's answer.
  func sendAccepted(_ outboxID: Int64, messageID: String?, at now: Timestamp = .start) async throws -> [Int64]
  {
    try await begin([outboxID], now: now)
    return try await move([
      OutboxMove(
        id: outboxID,
        attempt: .init(outcome: "accepted", code: "200", endedAt: now), state: .sent, dueAt: now,
        messageID: messageID, now: now)
    ]).undelivered
  }

  func hearStatus(
    _ status: String, of messageID: String, providerAt: Timestamp? = nil, at now: Timestamp = .start
  ) async throws -> StatusEffect {
    try await record(
      IncomingStatus(
        channel: channel, messageID: messageID, status: status, providerAt: providerAt, receivedAt: now,
        number: "62811"))
  }

  /// What to run, where every row can be read.
  func work(for contacts: [Int64]) async throws -> [ContactWork] {
    try await work(for: contacts) { Issue.record("\($0)") }
  }

  /// What is to be sent first, where every row can be read.
  func heads(of contacts: [Int64], now: Timestamp = .start) async throws -> [OutboxRow] {
    try await heads(of: contacts, now: now) { Issue.record("\($0)") }
  }

  func state(of outboxID: Int64) async throws -> OutboxState? {
    try await outboxRow(outboxID)?.row.state
  }

  /// One value of the database, for what the journal has no call for.
  func value<Value: DatabaseValueConvertible & Sendable>(_: Value.Type, _ sql: String) async throws -> Value?
  {
    try await read { db in try Value.fetchOne(db, sql: sql) }
  }
}

extension Acceptance {
  /// Contact and inbox row of a new message; nil for a repeat.
  var ids: (contact: Int64, inbox: Int64)? {
    guard case .new(let contact, let inbox) = self else { return nil }
    return (contact, inbox)
  }
}

extension Content {
  static let picture = Content.media(
    Media(kind: .image, hash: String(repeating: "ab", count: 32), fileName: "mawar.jpg", caption: "Mawar"))
}
