import GRDB

/// The mark of an orderly end, kept in the journal itself.
enum CleanStop: String {
  /// Closed in order.
  case clean
  /// In use; found at an opening it tells of an unclean stop.
  case open
  /// What an unclean stop left has not been seen to yet.
  case unsettled

  /// Notes that the journal is in use.
  ///
  /// - Returns: whether it was not closed in order, which a new journal cannot be.
  static func take(_ pool: DatabasePool) throws -> Bool {
    try pool.write { db in
      let found = try read(db) ?? .clean
      try write(found == .clean ? .open : .unsettled, db)
      return found != .clean
    }
  }

  /// Whether the journal was not closed in order; notes nothing.
  static func look(_ pool: DatabasePool) throws -> Bool {
    try pool.read { db in try read(db) ?? .clean } != .clean
  }

  /// Whether an unclean stop has to be seen to; notes that it is.
  static func settle(_ db: Database) throws -> Bool {
    guard try read(db) == .unsettled else { return false }
    try write(.open, db)
    return true
  }

  /// Notes an orderly end, unless an unclean one before it was never seen to.
  static func mark(_ db: Database) throws {
    if try read(db) == .open { try write(.clean, db) }
  }

  private static func read(_ db: Database) throws -> CleanStop? {
    try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'stop'").flatMap(CleanStop.init)
  }

  private static func write(_ mark: CleanStop, _ db: Database) throws {
    try db.execute(sql: "REPLACE INTO meta VALUES ('stop', ?)", arguments: [mark.rawValue])
  }
}
