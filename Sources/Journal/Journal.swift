import Dialogue
import Foundation
import GRDB

/// The one place where what must survive is kept: SQLite, `synchronous=FULL`, one writer, group commit.
///
/// Every writing call returns after its commit is on disk; calls that wait at the same time share one commit.
/// A call whose task is cancelled is finished all the same. Calls throw ``JournalFailure`` where the disk or the
/// file is at fault; after a lasting one (see ``failure``) nothing is written any more.
package final class Journal: Sendable {
  /// The data folder.
  package let folder: String
  /// Whether the last process that had this folder ended without ``close()``.
  package let wasUnclean: Bool
  let pool: DatabasePool
  let writer: GroupCommit
  let space: DiskSpace
  private let lock: DataLock
  private let keepsStopMark: Bool

  /// Opens (or makes) `journal.sqlite3` in `folder`, takes the folder's lock and brings the schema up to date.
  ///
  /// - Parameter keepsStopMark: for whoever only looks in while no daemon runs: how the last daemon ended stays
  ///   known, however this process ends.
  package convenience init(folder: String, keepsStopMark: Bool = false) throws(JournalFailure) {
    try self.init(
      folder: folder, reserveBytes: 128 << 20, ballastBytes: 64 << 20, keepsStopMark: keepsStopMark)
  }

  /// - Parameters:
  ///   - reserveBytes: below this much free space ``accept(_:)`` refuses.
  ///   - ballastBytes: the size of the file that is removed when the disk is full; 0 for none.
  init(
    folder: String, reserveBytes: Int, ballastBytes: Int, keepsStopMark: Bool = false
  ) throws(JournalFailure) {
    self.folder = folder
    self.keepsStopMark = keepsStopMark
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .notWritable(path: folder, reason: Self.reason(error))
    }
    lock = try DataLock(folder: folder)
    space = DiskSpace(folder: folder, reserveBytes: reserveBytes, ballastBytes: ballastBytes)
    let path = folder + "/journal.sqlite3"
    let thread = WriterThread()
    do {
      (pool, wasUnclean) = try thread.sync {
        try JournalFile.prepare(path)
        let pool = try JournalFile.open(path)
        return (pool, try keepsStopMark ? CleanStop.look(pool) : CleanStop.take(pool))
      }
    } catch {
      throw JournalFile.failureAtOpening(error, path: path)
    }
    writer = GroupCommit(thread: thread, pool: pool, space: space)
    space.restoreBallast()
    space.look()
  }

  /// What ended writing for good, an I/O error or damage; nil while all is well.
  package var failure: JournalFailure? { writer.failure }

  /// Free bytes on the disk of the data folder; nil if the system does not say.
  package var freeBytes: Int? { space.freeBytes }

  /// Whether ``accept(_:)`` refuses new messages because the disk is nearly full.
  package var isShortOfSpace: Bool { space.isShort }

  /// How many commits this process made.
  package var commits: Int { writer.commits }

  /// Returns when the writer has come round, whether it can write or not: what a watchdog asks for.
  package func pulse() async { try? await writer.write { _ in } }

  /// Finishes what waits, checkpoints and closes; later calls throw.
  package func close() async throws {
    defer { lock.release() }
    try await writer.writeLast { [keepsStopMark] db in if !keepsStopMark { try CleanStop.mark(db) } }
    try await writer.close()
  }

  /// Returns the value of `body`, which sees the last commit; not stopped by cancellation.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    do {
      return try await withCheckedThrowingContinuation { continuation in
        pool.asyncRead { result in
          continuation.resume(with: Result { try body(result.get()) })
        }
      }
    } catch {
      guard let failure = JournalFailure(error, path: pool.path) else { throw error }
      if failure.isLasting { writer.stop(failure) }
      throw failure
    }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(underlying.code)))
  }
}
