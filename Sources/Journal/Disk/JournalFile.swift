import Foundation
import GRDB

/// How the journal's file is made and opened.
enum JournalFile {
  /// Makes the file if it is missing, readable by this user alone; SQLite gives its other files the same mode.
  static func prepare(_ path: String) throws(JournalFailure) {
    let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// One writer and some read-only connections, with the schema up to date.
  ///
  /// - Throws: ``JournalFailure`` or an error of SQLite.
  static func open(_ path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "journal"
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      guard db.configuration.readonly else { return }
      // Each commit empties a reader's cache, and a large one costs more to set up than it saves.
      try db.execute(sql: "PRAGMA cache_size = 24")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { db in
      // The pool sets NORMAL when it opens, so this comes after it.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      try db.execute(sql: "PRAGMA journal_size_limit = \(64 << 20)")
      try db.execute(sql: "PRAGMA cache_size = -16000")
      guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2,
        try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
      else {
        throw JournalFailure.notWritable(path: path, reason: "SQLite refuses synchronous=FULL with WAL")
      }
    }
    try Schema.migrate(pool)
    return pool
  }

  /// What stopped the opening, in the journal's own words.
  static func failureAtOpening(_ error: any Error, path: String) -> JournalFailure {
    if let failure = JournalFailure(error, path: path) {
      guard case .io(let reason) = failure, let error = error as? DatabaseError,
        error.resultCode != .SQLITE_IOERR
      else { return failure }
      return .notWritable(path: path, reason: reason)
    }
    if let error = error as? DatabaseError, [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
      return .locked(path: path, holder: nil)
    }
    return .damaged(path: path, reason: "\(error)")
  }
}
