import GRDB

/// One caller's writes, and how to answer the caller.
struct WriteJob: Sendable {
  typealias Answer = @Sendable () -> Void

  /// Writes and returns how to answer once the commit is on disk; may run again after a rollback.
  let run: @Sendable (Database) throws -> Answer
  let fail: @Sendable (any Error) -> Void
}
