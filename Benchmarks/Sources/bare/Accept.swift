import ArgumentParser
import Foundation
import GRDB
import Hummingbird
import Logging
import Synchronization

/// Hummingbird puts each body into SQLite with `synchronous=FULL` and group commit, then answers.
struct Accept: AsyncParsableCommand {
  @Option var folder: String
  @Option var port: Int

  func run() async throws {
    let rows = try Rows(path: folder + "/bare.sqlite3")
    let router = Router()
    router.post("/callback") { request, _ in
      let body = try await request.body.collect(upTo: 262_144)
      await rows.insert(String(buffer: body))
      return #"{"status":"000"}"#
    }
    var logger = Logger(label: "bare")
    logger.logLevel = .error
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { _ in print("ready") }, logger: logger)
    try await application.runService()
  }
}

/// Group commit without a timer: takes what waits, commits, answers all, takes the next.
private final class Rows: Sendable {
  private struct Waiting {
    var jobs: [(body: String, done: CheckedContinuation<Void, Never>)] = []
    var isWriting = false
  }

  private let queue: DatabaseQueue
  private let waiting = Mutex(Waiting())
  private let writer = DispatchQueue(label: "writer")

  init(path: String) throws {
    var configuration = GRDB.Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try $0.execute(sql: "CREATE TABLE row(id INTEGER PRIMARY KEY, body TEXT)") }
  }

  func insert(_ body: String) async {
    await withCheckedContinuation { done in
      let starts = waiting.withLock { waiting in
        waiting.jobs.append((body, done))
        defer { waiting.isWriting = true }
        return !waiting.isWriting
      }
      if starts { writer.async { self.drain() } }
    }
  }

  private func drain() {
    while true {
      let jobs = waiting.withLock { waiting in
        defer { waiting.jobs = [] }
        if waiting.jobs.isEmpty { waiting.isWriting = false }
        return waiting.jobs
      }
      if jobs.isEmpty { return }
      do {
        try queue.write { database in
          let insert = try database.cachedStatement(sql: "INSERT INTO row(body) VALUES (?)")
          for job in jobs { try insert.execute(arguments: [job.body]) }
        }
      } catch {
        Foundation.exit(74)
      }
      for job in jobs { job.done.resume() }
    }
  }
}
