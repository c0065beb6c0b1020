import GRDB
import Synchronization

/// Runs writing jobs in the order they come, as many as wait in one commit, and answers them after it.
///
/// There is no timer: while one commit waits for the disk, the next jobs gather. A job that throws is undone alone.
/// A caller that is cancelled is answered like any other.
final class GroupCommit: Sendable {
  private struct State {
    var waiting: [WriteJob] = []
    var isRunning = false
    var isClosed = false
    var failure: JournalFailure?
    var commits = 0
  }

  private static let jobsPerCommit = 512
  /// Keeps the write-ahead log at some megabytes.
  private static let changesPerCheckpoint = 4_000
  private static let commitsPerCheckpoint = 256
  /// Frames of 4 KiB from which on a checkpoint waits for readers, so that the log starts over.
  private static let framesToStartOver = 16_384

  private struct Checkpointing {
    var commits = 0
    var changes = 0
  }

  private let thread: WriterThread
  private let pool: DatabasePool
  private let space: DiskSpace
  private let state = Mutex(State())
  private let checkpointing = Mutex(Checkpointing())

  /// - Parameter thread: the one that opened `pool`.
  init(thread: WriterThread, pool: DatabasePool, space: DiskSpace) {
    self.thread = thread
    self.pool = pool
    self.space = space
  }

  /// What ended writing for good; nil while all is well.
  var failure: JournalFailure? { state.withLock { $0.failure } }

  /// How many jobs wait for the next commit.
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// Whether the writer is at work on all jobs there are.
  var isBusy: Bool { state.withLock { $0.isRunning && $0.waiting.isEmpty } }

  /// How many commits there were.
  var commits: Int { state.withLock { $0.commits } }

  /// Returns the value of `body` after its commit is on disk.
  ///
  /// - Parameter body: runs on the writer; again after a rollback, if another job of its commit failed.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      submit(
        WriteJob(
          run: { db in
            let value = try body(db)
            return { continuation.resume(returning: value) }
          },
          fail: { continuation.resume(throwing: $0) }))
    }
  }

  /// Like ``write(_:)``, and refuses every later job.
  func writeLast(_ body: @escaping @Sendable (Database) throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      submit(
        WriteJob(
          run: { db in
            try body(db)
            return { continuation.resume() }
          },
          fail: { continuation.resume(throwing: $0) }),
        isLast: true)
    }
  }

  /// Moves the whole write-ahead log into the database file.
  func checkpointAll() async throws {
    try await onThread { pool in
      try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    }
  }

  /// Checkpoints and closes every connection.
  func close() async throws {
    try await checkpointAll()
    try await onThread { pool in try pool.close() }
  }

  private func onThread(_ body: @escaping @Sendable (DatabasePool) throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      thread.async { [pool] in continuation.resume(with: Result { try body(pool) }) }
    }
  }

  /// Ends writing for good, because of an error seen elsewhere.
  func stop(_ failure: JournalFailure) {
    state.withLock { if $0.failure == nil { $0.failure = failure } }
  }

  private func submit(_ job: WriteJob, isLast: Bool = false) {
    let (isRefused, mustStart) = state.withLock { state in
      if state.isClosed { return (true, false) }
      state.isClosed = isLast
      state.waiting.append(job)
      defer { state.isRunning = true }
      return (false, !state.isRunning)
    }
    if isRefused { return job.fail(JournalFailure.io(reason: "it is closed")) }
    if mustStart { thread.async { self.pool.writeWithoutTransaction(self.drain) } }
  }

  private func drain(_ db: Database) {
    while let jobs = take() {
      if let failure {
        for job in jobs { job.fail(failure) }
        continue
      }
      space.look()
      serve(jobs, db)
      checkpointIfDue(db)
    }
  }

  private func take() -> [WriteJob]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isRunning = false
        return nil
      }
      let jobs = state.waiting.prefix(Self.jobsPerCommit)
      state.waiting.removeFirst(jobs.count)
      return Array(jobs)
    }
  }

  private func serve(_ jobs: [WriteJob], _ db: Database) {
    do {
      let answers = try commit(jobs, db)
      for answer in answers { answer() }
    } catch {
      let failure = JournalFailure(error, path: pool.path)
      if let failure, failure.isLasting { stop(failure) }
      for job in jobs { job.fail(failure ?? error) }
    }
  }

  private func commit(_ jobs: [WriteJob], _ db: Database) throws -> [WriteJob.Answer] {
    do {
      return try commitTogetherOrAlone(jobs, db)
    } catch  where JournalFailure(error, path: pool.path) == .full && space.dropBallast() {
      return try commitTogetherOrAlone(jobs, db)
    }
  }

  private func commitTogetherOrAlone(_ jobs: [WriteJob], _ db: Database) throws -> [WriteJob.Answer] {
    do {
      return try transaction(db) { try jobs.map { try $0.run(db) } }
    } catch  where jobs.count > 1 && JournalFailure(error, path: pool.path) == nil {
      return try transaction(db) { try jobs.map { try runAlone($0, db) } }
    }
  }

  private func transaction(
    _ db: Database, _ body: () throws -> [WriteJob.Answer]
  ) throws -> [WriteJob.Answer] {
    var answers: [WriteJob.Answer] = []
    let before = db.totalChangesCount
    try db.inTransaction(.immediate) {
      answers = try body()
      return .commit
    }
    state.withLock { $0.commits += 1 }
    checkpointing.withLock {
      $0.commits += 1
      $0.changes += db.totalChangesCount - before
    }
    return answers
  }

  private func runAlone(_ job: WriteJob, _ db: Database) throws -> WriteJob.Answer {
    var answer: WriteJob.Answer = {}
    do {
      try db.inSavepoint {
        answer = try job.run(db)
        return .commit
      }
    } catch  where JournalFailure(error, path: pool.path) == nil {
      answer = { job.fail(error) }
    }
    return answer
  }

  /// SQLite's own checkpoints are off, because they would hide an fsync that failed.
  private func checkpointIfDue(_ db: Database) {
    let isDue = checkpointing.withLock { counts in
      guard counts.commits >= Self.commitsPerCheckpoint || counts.changes >= Self.changesPerCheckpoint
      else { return false }
      counts = Checkpointing()
      return true
    }
    guard isDue else { return }
    do {
      let frames = try db.checkpoint(.passive).walFrameCount
      if frames > Self.framesToStartOver { try db.checkpoint(.restart) }
    } catch {
      switch JournalFailure(error, path: pool.path) {
      case .full: _ = space.dropBallast()
      case .some(let failure): stop(failure)
      // A reader in the way: the next checkpoint does it.
      case nil: break
      }
    }
  }
}
