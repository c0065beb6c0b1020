import Dialogue
import Foundation
import Journal
import Testing

@testable import Ledger

struct JournalRecordTests {
  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "balas-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  @Test("a journal is read as it was written")
  func reads() async throws {
    try await inFolder { folder in
      let journal = try Journal(folder: folder)
      let channel = Channel(clientID: "0009", projectID: "16")
      let now = Timestamp(milliseconds: 1)
      _ = try await journal.accept(
        IncomingMessage(
          channel: channel, messageID: "in1", number: "62811", text: "halo", providerAt: nil, receivedAt: now)
      )
      let picture = Content.media(.init(kind: .image, hash: "ab", fileName: "a.jpg", caption: "jawab in1"))
      try await journal.commit([
        TurnRecord(
          contactID: 1, channel: channel, number: "62811", inboxID: 1, disposition: .done, bot: "",
          conversation: Conversation(), contactVars: [:], reason: Reason(winner: .silent("")),
          messages: [.text("ya"), picture].map { NewMessage(content: $0, expiresAt: now) }, now: now)
      ])
      _ = try await journal.begin([1], now: now)
      _ = try await journal.move([
        OutboxMove(
          id: 1, attempt: .init(outcome: "accepted", code: "200", endedAt: now), state: .sent, dueAt: now,
          messageID: "out1", now: now)
      ])
      _ = try await journal.begin([2], now: now)
      try await journal.close()

      let record = try JournalRecord(path: folder + "/journal.sqlite3")
      #expect(record.damage.isEmpty)
      #expect(record.events == [.init(id: 1, messageID: "in1", number: "62811", state: "done")])
      #expect(
        record.messages == [
          .init(
            id: 1, inboxID: 1, number: "62811", content: "ya", state: "sent", messageID: "out1",
            outcomes: ["accepted"]),
          .init(
            id: 2, inboxID: 1, ordinal: 1, number: "62811", content: "jawab in1", state: "sending",
            messageID: nil, outcomes: [nil]),
        ])
    }
  }

  @Test("damage is found, not stumbled over")
  func damage() async throws {
    try await inFolder { folder in
      let path = folder + "/journal.sqlite3"
      let journal = try Journal(folder: folder)
      for n in 0..<300 {
        _ = try await journal.accept(
          IncomingMessage(
            channel: Channel(clientID: "0009", projectID: "16"), messageID: "in\(n)", number: "62\(n)",
            text: "halo", providerAt: nil, receivedAt: Timestamp(milliseconds: 1)))
      }
      try await journal.close()
      let file = try FileHandle(forUpdating: URL(filePath: path))
      try file.seek(toOffset: file.seekToEnd() - 8192)
      try file.write(contentsOf: Data(repeating: 0x5A, count: 8192))
      try file.close()
      let record = try? JournalRecord(path: path)
      #expect(record?.damage.isEmpty != true)
    }
  }
}
