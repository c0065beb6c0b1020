import Dialogue
import Foundation
import GRDB
import Testing

@testable import Journal

struct DiskTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The descriptor of the one connection that has `file` open.
  private func descriptor(of file: String) throws -> Int32 {
    let all = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap(Int32.init)
    let ours = all.filter {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == file
    }
    #expect(ours.count == 1)
    return try #require(ours.first)
  }

  /// Puts `device` in the place of the write-ahead log while `body` runs.
  private func replacingLog(
    of journal: Journal, by device: String, flags: Int32, _ body: () async throws -> Void
  ) async throws {
    // The device has nothing to read, so nothing may stand in the log.
    try await journal.writer.checkpointAll()
    let log = try descriptor(of: folder.file("journal.sqlite3-wal"))
    let saved = dup(log)
    let other = open(device, flags)
    dup2(other, log)
    defer {
      dup2(saved, log)
      close(saved)
      close(other)
    }
    try await body()
  }

  @Test("a full disk refuses what is new, keeps what was accepted, and is forgotten when there is room")
  func full() async throws {
    let journal = try Journal(folder: folder.path, reserveBytes: 0, ballastBytes: 1 << 20)
    try await journal.hear("1")
    #expect(access(folder.file("ballast"), F_OK) == 0)
    try await replacingLog(of: journal, by: "/dev/full", flags: O_RDWR) {
      await #expect(throws: JournalFailure.full) { try await journal.hear("2") }
    }
    #expect(access(folder.file("ballast"), F_OK) != 0)
    #expect(journal.failure == nil)
    try await journal.hear("3")
    try await journal.prune(now: .start, messages: .seconds(1))
    #expect(access(folder.file("ballast"), F_OK) == 0)
    let ids = try await journal.read { db in try String.fetchAll(db, sql: "SELECT message_id FROM inbox") }
    #expect(ids == ["1", "3"])
  }

  @Test("with the disk nearly full nothing new is accepted, and what was accepted goes on")
  func reserve() async throws {
    try await Journal.small(folder).hear("1")
    let journal = try Journal(folder: folder.path, reserveBytes: .max, ballastBytes: 0)
    #expect(journal.isShortOfSpace)
    await #expect(throws: JournalFailure.full) { try await journal.hear("2") }
    await #expect(throws: JournalFailure.full) {
      try await journal.quarantine(
        QuarantinedCallback(body: [], reason: "", projectID: nil, receivedAt: .start))
    }
    await #expect(throws: JournalFailure.full) { try await journal.hearStatus("sent", of: "out.1") }
    try await journal.answer(1, contactID: 1, with: [.text("ya")])
    #expect(try await journal.counts().outbox == ["queued": 1])
    #expect((journal.freeBytes ?? 0) > 0)
  }

  @Test("no ballast is made that would itself take the reserve")
  func noRoomForBallast() throws {
    let journal = try Journal(folder: folder.path, reserveBytes: 1, ballastBytes: .max / 2)
    #expect(!journal.isShortOfSpace)
    #expect(access(folder.file("ballast"), F_OK) != 0)
  }

  @Test("after a sync that failed nothing is answered as kept, and nothing is written any more")
  func syncFails() async throws {
    let journal = try Journal.small(folder)
    try await journal.hear("1")
    // Writing to /dev/null succeeds, syncing it does not.
    try await replacingLog(of: journal, by: "/dev/null", flags: O_RDWR) {
      let failure = await #expect(throws: JournalFailure.self) { try await journal.hear("2") }
      guard case .io = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
    }
    let failure = try #require(journal.failure)
    await #expect(throws: failure) { try await journal.hear("3") }
    await journal.pulse()
    await #expect(throws: failure) { try await journal.close() }
  }

  @Test("a write that fails stops the journal")
  func writeFails() async throws {
    let journal = try Journal.small(folder)
    try await journal.hear("1")
    try await replacingLog(of: journal, by: "/dev/null", flags: O_RDONLY) {
      await #expect(throws: JournalFailure.self) { try await journal.hear("2") }
    }
    #expect(journal.failure != nil)
  }

  @Test("damage met while reading stops the journal and is found by the quick check")
  func damage() async throws {
    let first = try Journal.small(folder)
    for n in 0..<300 { try await first.hear("message \(n)", from: "62\(n)") }
    try await first.close()
    let file = try FileHandle(forUpdating: URL(filePath: folder.file("journal.sqlite3")))
    try file.seek(toOffset: file.seekToEnd() - 32_768)
    try file.write(contentsOf: Data(repeating: 0x5A, count: 32_768))
    try file.close()

    let journal = try Journal.small(folder)
    #expect(try await journal.quickCheck().isEmpty == false)
    await #expect(throws: JournalFailure.self) {
      try await journal.read { db in
        for table in ["inbox", "contact"] {
          _ = try Row.fetchAll(db, sql: "SELECT * FROM \(table) NOT INDEXED")
          _ = try Row.fetchAll(
            db, sql: "SELECT number FROM contact WHERE channel = '0009/16' ORDER BY number")
        }
      }
    }
    guard case .damaged = journal.failure else {
      Issue.record("\(String(describing: journal.failure))")
      return
    }
    await #expect(throws: JournalFailure.self) { try await journal.hear("more") }
  }

  @Test("the write-ahead log is checkpointed while the journal is in use")
  func checkpoints() async throws {
    let journal = try Journal.small(folder)
    for n in 0..<600 { try await journal.hear("\(n)", text: String(repeating: "x", count: 2000)) }
    let size = try FileManager.default.attributesOfItem(atPath: folder.file("journal.sqlite3"))[.size] as? Int
    #expect((size ?? 0) > 600 * 2000 * 3 / 4)
    let log = try FileManager.default.attributesOfItem(atPath: folder.file("journal.sqlite3-wal"))[.size]
    #expect((log as? Int ?? .max) < 16 << 20)
  }
}
