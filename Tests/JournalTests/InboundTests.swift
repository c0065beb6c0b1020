import Dialogue
import GRDB
import Testing

@testable import Journal

struct InboundTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  @Test("a message is kept once per channel and message id")
  func keptOnce() async throws {
    let first = try #require(try await journal.hear("wamid.1").ids)
    #expect(try await journal.hear("wamid.1", text: "changed") == .duplicate)
    let second = try #require(try await journal.hear("wamid.2").ids)
    #expect(second.contact == first.contact)
    #expect(second.inbox > first.inbox)
    let elsewhere = try await journal.accept(
      IncomingMessage(
        channel: Channel(clientID: "0009", projectID: "17"), messageID: "wamid.1", number: "62811",
        text: "halo", providerAt: nil, receivedAt: .start))
    #expect(elsewhere.ids?.contact != first.contact)
    #expect(try await journal.counts().inbox == ["new": 3])
  }

  @Test("what was accepted is the contact's work, oldest first, and comes back as it was said")
  func work() async throws {
    let texts: [String?] = ["halo \"kak\" \\ 🌹\n", nil, "", "-", "a\0b"]
    for (index, text) in texts.enumerated() {
      try await journal.hear("m\(index)", text: text, at: .start + .seconds(index))
    }
    let contacts = try await journal.pendingContacts()
    let work = try #require(try await journal.work(for: contacts + [999]).first)
    #expect(work.events.map(\.event.kind) == texts.map { .message(text: $0) })
    #expect(work.events.map(\.receivedAt) == (0..<5).map { .start + .seconds($0) })
    #expect(work.contact == Contact(number: "62811"))
    #expect(work.channel == channel)
    #expect(work.conversation == Conversation())
  }

  @Test("ids that differ only behind a NUL are two messages")
  func nul() async throws {
    try await journal.hear("a\0b")
    #expect(try await journal.hear("a\0c") != .duplicate)
    #expect(try await journal.hear("a\0b") == .duplicate)
  }

  @Test("the last inbound time is the customer's, never later than we heard it, and does not go back")
  func lastInbound() async throws {
    let contact = try #require(try await journal.hear("1", at: .start + .seconds(9)).ids).contact
    try await journal.hear("2", at: .start)
    let last = try await journal.value(
      Int64.self, "SELECT last_inbound_at FROM contact WHERE id = \(contact)")
    #expect(last == (.start + .seconds(9)).milliseconds)
  }

  @Test("quarantined callbacks come back by project, byte for byte, until they are removed")
  func quarantine() async throws {
    let bytes: [UInt8] = [0, 255, 123, 10]
    for project in ["16", nil, "17", "16"] {
      try await journal.quarantine(
        QuarantinedCallback(body: bytes, reason: "unknown", projectID: project, receivedAt: .start))
    }
    let kept = try await journal.quarantined(projectIDs: ["16", "99"])
    #expect(kept.map(\.id) == [1, 4])
    #expect(kept.first?.body == bytes)
    try await journal.removeQuarantined(kept.map(\.id))
    #expect(try await journal.quarantined(projectIDs: ["16"]).isEmpty)
    #expect(try await journal.counts().quarantine == 2)
  }
}
