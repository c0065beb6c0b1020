import Dialogue
import Dispatch
import GRDB
import Testing

@testable import Journal

struct GroupCommitTests {
  let folder: TemporaryFolder
  let journal: Journal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  private struct Refusal: Error {}

  /// Keeps the writer busy with one job until `gathered` other jobs wait, then lets all go.
  private func together(_ gathered: Int, _ body: (inout ThrowingTaskGroup<Void, any Error>) -> Void)
    async throws
  {
    let gate = DispatchSemaphore(value: 0)
    let journal = journal
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await journal.writer.write { _ in gate.wait() } }
      while !journal.writer.isBusy { await Task.yield() }
      body(&group)
      while journal.writer.waiting < gathered { await Task.yield() }
      gate.signal()
      try await group.waitForAll()
    }
  }

  @Test("those who wait at the same time share one commit")
  func oneCommit() async throws {
    let before = journal.commits
    try await together(100) { [journal] group in
      for n in 0..<100 { group.addTask { try await journal.hear("\(n)", from: "62\(n % 7)") } }
    }
    #expect(journal.commits == before + 2)
    #expect(try await journal.counts().inbox == ["new": 100])
  }

  @Test("more than one commit holds are all done, in the order they came")
  func order() async throws {
    try await together(1300) { [journal] group in
      group.addTask {
        try await withThrowingTaskGroup(of: Void.self) { inner in
          for n in 0..<1300 {
            while journal.writer.waiting < n { await Task.yield() }
            inner.addTask { try await journal.hear("\(n)") }
          }
          try await inner.waitForAll()
        }
      }
    }
    let ids = try await journal.read { db in
      try String.fetchAll(db, sql: "SELECT message_id FROM inbox ORDER BY id")
    }
    #expect(ids == (0..<1300).map(String.init))
  }

  @Test("a job that throws is undone alone and told alone")
  func oneFails() async throws {
    let before = journal.commits
    try await together(22) { [journal] group in
      for n in 0..<20 { group.addTask { try await journal.hear("\(n)") } }
      group.addTask {
        await #expect(throws: Refusal.self) {
          try await journal.writer.write { db in
            try db.execute(sql: "DELETE FROM inbox")
            throw Refusal()
          }
        }
      }
      group.addTask {
        await #expect(throws: DatabaseError.self) {
          try await journal.writer.write { db in
            try db.execute(sql: "INSERT INTO conversation VALUES (999, '', NULL, '', NULL, 1)")
          }
        }
      }
    }
    #expect(journal.commits == before + 2)
    #expect(try await journal.counts().inbox == ["new": 20])
    #expect(journal.failure == nil)
  }

  @Test("a caller that is cancelled is kept and answered like any other")
  func cancelled() async throws {
    let gate = DispatchSemaphore(value: 0)
    let journal = journal
    async let busy: Void = journal.writer.write { _ in gate.wait() }
    while !journal.writer.isBusy { await Task.yield() }
    let caller = Task { try await journal.hear("1") }
    while journal.writer.waiting < 1 { await Task.yield() }
    caller.cancel()
    gate.signal()
    try await busy
    #expect(try await caller.value.ids != nil)
    #expect(try await journal.hear("1") == .duplicate)
    let late = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await (journal.hear("2"), journal.counts().inbox)
    }
    #expect(try await late.value.1 == ["new": 2])
  }

  @Test("what waits is finished by a close, and nothing is taken after it")
  func closing() async throws {
    let gate = DispatchSemaphore(value: 0)
    let journal = journal
    async let busy: Void = journal.writer.write { _ in gate.wait() }
    while !journal.writer.isBusy { await Task.yield() }
    async let before = journal.hear("1")
    while journal.writer.waiting < 1 { await Task.yield() }
    async let closing: Void = journal.close()
    while journal.writer.waiting < 2 { await Task.yield() }
    await #expect(throws: JournalFailure.io(reason: "it is closed")) { try await journal.hear("2") }
    gate.signal()
    #expect(try await before.ids != nil)
    try await busy
    try await closing
    let next = try Journal.small(folder)
    #expect(try await next.counts().inbox == ["new": 1])
  }
}
