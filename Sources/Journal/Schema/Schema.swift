import GRDB

/// The journal's tables and how they came to be: one migration a version, never changed after its release.
enum Schema {
  /// The version this balas writes; also SQLite's `user_version`.
  static let version = 9

  /// `bals`, so that a file of another program is told from ours.
  private static let applicationID = 0x6261_6C73

  /// Brings the tables up to date.
  ///
  /// - Throws: ``JournalFailure``, or an error of SQLite.
  static func migrate(_ pool: DatabasePool) throws {
    let (found, application, tables) = try pool.writeWithoutTransaction { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        // The migrator's own table comes first, alone: a death then leaves a journal without its mark.
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
      )
    }
    if tables > 0, application != applicationID, application != 0 || found == 0 {
      throw JournalFailure.damaged(path: pool.path, reason: "another program made it")
    }
    if found > version {
      throw JournalFailure.newerSchema(path: pool.path, found: found, known: version)
    }
    try migrator.migrate(pool)
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 first tables") { db in
      try db.execute(sql: firstTables)
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    }
    migrator.registerMigration("2 last inbound time of a conversation") { db in
      try db.execute(
        sql: "ALTER TABLE conversation ADD COLUMN last_inbound_at INTEGER; PRAGMA user_version = 2")
    }
    migrator.registerMigration("3 accepted messages of a contact") { db in
      try db.execute(
        sql: """
          CREATE INDEX outbox_accepted ON outbox(contact_id, id) WHERE accepted_at IS NOT NULL;
          PRAGMA user_version = 3
          """)
    }
    migrator.registerMigration("4 what conversations need") { db in
      try db.execute(
        sql: """
          ALTER TABLE conversation ADD COLUMN turns INTEGER NOT NULL DEFAULT 0;
          ALTER TABLE conversation ADD COLUMN turns_since INTEGER;
          ALTER TABLE outbox ADD COLUMN note TEXT;
          PRAGMA user_version = 4
          """)
    }
    migrator.registerMigration("5 calls") { db in
      try db.execute(sql: calls)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6 conversations that a person has") { db in
      try db.execute(
        sql: """
          ALTER TABLE conversation ADD COLUMN panel_at INTEGER;
          ALTER TABLE conversation ADD COLUMN panel_unanswered INTEGER NOT NULL DEFAULT 0;
          UPDATE conversation SET panel_at = json_extract(state, '$.panel.openedAt'),
            panel_unanswered = json_type(state, '$.panel.scenario') IS NOT NULL
              AND NOT json_extract(state, '$.panel.isAnswered')
            WHERE iif(json_valid(state), json_type(state, '$.panel'), NULL) IS NOT NULL;
          CREATE INDEX conversation_panel ON conversation(panel_at, panel_unanswered)
            WHERE panel_at IS NOT NULL;
          PRAGMA user_version = 6
          """)
    }
    migrator.registerMigration("7 messages that wait for the customer, and messages without news") { db in
      try db.execute(
        sql: """
          ALTER TABLE outbox ADD COLUMN needs_window INTEGER NOT NULL DEFAULT 1;
          ALTER TABLE outbox ADD COLUMN inquiries INTEGER NOT NULL DEFAULT 0;
          CREATE INDEX outbox_silent ON outbox(inquiries, accepted_at)
            WHERE state = 'sent' AND message_id IS NOT NULL;
          PRAGMA user_version = 7
          """)
    }
    migrator.registerMigration("8 broadcasts") { db in
      try db.execute(sql: broadcasts)
      try db.execute(sql: "PRAGMA user_version = 8")
    }
    migrator.registerMigration("9 what of bots is used") { db in
      try db.execute(sql: usage)
      try db.execute(sql: "PRAGMA user_version = 9")
    }
    return migrator
  }
}
