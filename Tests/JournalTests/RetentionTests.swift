import Dialogue
import Testing

@testable import Journal

struct RetentionTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  @Test("what is older than allowed goes in small commits; what waits and what is young stays")
  func prune() async throws {
    let old = Timestamp.start
    let young = Timestamp.start + .seconds(1000)
    for n in 0..<1200 { try await journal.hear("old \(n)", at: old) }
    try await journal.answer(2, contactID: 1, with: [.text("a"), .text("b")], at: old)
    _ = try await journal.sendAccepted(1, messageID: "out.1", at: old)
    _ = try await journal.hearStatus("delivered", of: "out.1", at: old)
    // The first event still waits; the rest is done.
    try await journal.commit((3...1200).map { journal.turn($0, contactID: 1, with: [], at: old) })
    try await journal.hear("young", at: young)
    try await journal.answer(1201, contactID: 1, with: [.text("c")], at: young)
    try await journal.quarantine(
      QuarantinedCallback(body: [1], reason: "", projectID: nil, receivedAt: old))

    let before = journal.commits
    try await journal.prune(now: young + .seconds(10), messages: .seconds(500))
    #expect(journal.commits - before >= 4)
    let counts = try await journal.counts()
    #expect(counts.inbox == ["new": 1, "done": 1])
    #expect(counts.outbox == ["queued": 2])
    #expect(counts.quarantine == 0)
    for table in ["attempt", "status"] {
      #expect(try await journal.value(Int.self, "SELECT count(*) FROM \(table)") == 0, "\(table)")
    }
    #expect(try await journal.value(Int.self, "SELECT count(*) FROM reason") == 1)
  }
}
