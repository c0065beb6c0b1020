import Foundation
import GRDB
import Testing

@testable import Journal

struct OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("the writer syncs every commit, checks foreign keys, and leaves checkpoints to us")
  func pragmas() async throws {
    let journal = try Journal.small(folder)
    func read(_ pragma: String) async throws -> String? {
      try await journal.writer.write { db in try String.fetchOne(db, sql: "PRAGMA \(pragma)") }
    }
    #expect(try await read("synchronous") == "2")
    #expect(try await read("journal_mode") == "wal")
    #expect(try await read("foreign_keys") == "1")
    #expect(try await read("wal_autocheckpoint") == "0")
    #expect(try await read("user_version") == "\(Schema.version)")
  }

  @Test("readers cannot write")
  func readers() async throws {
    let journal = try Journal.small(folder)
    await #expect(throws: (any Error).self) {
      try await journal.read { db in try db.execute(sql: "DELETE FROM meta") }
    }
  }

  @Test("folder and files are for this user alone")
  func modes() async throws {
    let path = folder.file("deep/data")
    let journal = try Journal(folder: path, reserveBytes: 0, ballastBytes: 4096)
    try await journal.hear("1")
    func mode(_ file: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    }
    #expect(try mode(path) == 0o700)
    let files = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(
      files == ["ballast", "journal.sqlite3", "journal.sqlite3-shm", "journal.sqlite3-wal", "lock"])
    for file in files { #expect(try mode(path + "/" + file) == 0o600, "\(file)") }
  }

  @Test("a second opener is told who holds the folder, and gets it after the first has closed")
  func locked() async throws {
    let journal = try Journal.small(folder)
    let failure = #expect(throws: JournalFailure.locked(path: folder.path, holder: getpid())) {
      try Journal.small(folder)
    }
    #expect(failure?.description.contains("process \(getpid())") == true)
    try await journal.close()
    _ = try Journal.small(folder)
  }

  @Test("a folder that another process holds is refused")
  func lockedElsewhere() throws {
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/flock")
    holder.arguments = [folder.file("lock"), "sh", "-c", "echo held; cat"]
    let (input, output) = (Pipe(), Pipe())
    holder.standardInput = input
    holder.standardOutput = output
    try holder.run()
    defer {
      input.fileHandleForWriting.closeFile()
      holder.waitUntilExit()
    }
    #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
    #expect(throws: JournalFailure.locked(path: folder.path, holder: nil)) { try Journal.small(folder) }
  }

  @Test("a folder that cannot be made or used is named", arguments: ["file/data", "directory"])
  func notWritable(name: String) throws {
    try Data().write(to: URL(filePath: folder.file("file")))
    try FileManager.default.createDirectory(
      atPath: folder.file("directory/journal.sqlite3"), withIntermediateDirectories: true)
    let failure = try #require(
      #expect(throws: JournalFailure.self) {
        try Journal(folder: folder.file(name), reserveBytes: 0, ballastBytes: 0)
      })
    guard case .notWritable(let path, _) = failure else {
      Issue.record("\(failure)")
      return
    }
    #expect(path.hasPrefix(folder.file(name)))
    #expect(failure.description.contains(path))
  }

  /// A closed journal with a few hundred messages; its path.
  private func filledJournal() async throws -> String {
    let journal = try Journal.small(folder)
    for n in 0..<300 { try await journal.hear("message \(n)", from: "62\(n)") }
    try await journal.close()
    return folder.file("journal.sqlite3")
  }

  private func damage() throws -> String? {
    let failure = #expect(throws: JournalFailure.self) { try Journal.small(folder) }
    guard case .damaged(let path, let reason) = failure else {
      Issue.record("not damaged: \(String(describing: failure))")
      return nil
    }
    #expect(path == folder.file("journal.sqlite3"))
    return reason
  }

  @Test("a file that is no database is damaged")
  func garbage() throws {
    try Data(repeating: 7, count: 9000).write(to: URL(filePath: folder.file("journal.sqlite3")))
    #expect(try damage() != nil)
  }

  @Test("a database that was cut off is damaged", arguments: [100, 5000, 40_960])
  func truncated(length: Int) async throws {
    let path = try await filledJournal()
    #expect(truncate(path, length) == 0)
    #expect(try damage() != nil)
  }

  @Test("a database of another program is refused")
  func foreign() async throws {
    let queue = try DatabaseQueue(path: folder.file("journal.sqlite3"))
    try await queue.write { db in try db.execute(sql: "CREATE TABLE song(name)") }
    try queue.close()
    #expect(try damage() == "another program made it")
  }

  @Test("a journal whose first opening ended in the middle is opened")
  func halfMade() async throws {
    let queue = try DatabaseQueue(path: folder.file("journal.sqlite3"))
    try await queue.write { db in
      try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    try queue.close()
    let journal = try Journal.small(folder)
    #expect(try await journal.hear("1") != .duplicate)
  }

  @Test("a journal of a later balas is refused, untouched")
  func newer() async throws {
    let path = try await filledJournal()
    let queue = try DatabaseQueue(path: path)
    try await queue.write { db in try db.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    #expect(throws: JournalFailure.newerSchema(path: path, found: 99, known: Schema.version)) {
      try Journal.small(folder)
    }
  }

  @Test(
    "every failure is one sentence that names the place",
    arguments: [
      JournalFailure.locked(path: "/data", holder: 7), .notWritable(path: "/data", reason: "why"),
      .damaged(path: "/data", reason: "why"), .newerSchema(path: "/data", found: 2, known: 1),
    ])
  func sentences(failure: JournalFailure) {
    let sentence = failure.description
    #expect(sentence.contains("/data"))
    #expect(sentence.hasSuffix(".") && !sentence.contains("\n"))
  }
}
