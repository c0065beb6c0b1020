import GRDB

extension Journal {
  /// JSON of a client's token; nil if there was none yet.
  package func token(clientID: String) async throws -> String? {
    try await read { db in
      try String.fetchOne(db, sql: "SELECT value FROM token WHERE client_id = ?", arguments: [clientID])
    }
  }

  /// Keeps a client's token, in place of the one before.
  ///
  /// - Parameter json: as ``token(clientID:)`` gives it back.
  package func saveToken(_ json: String, clientID: String) async throws {
    try await writer.write { db in
      try db.execute(
        sql: """
          INSERT INTO token(client_id, value) VALUES (?, ?)
          ON CONFLICT(client_id) DO UPDATE SET value = excluded.value
          """, arguments: [clientID, json])
    }
  }
}
