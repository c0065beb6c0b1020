extension Schema {
  // A row is waiting until it is handed to the outbox, which knows its end from then on. `refusals` counts refusals in a
  // row for the reason in `refusal`.
  static let broadcasts = """
    CREATE TABLE broadcast(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      channel TEXT NOT NULL,
      name TEXT,
      template TEXT NOT NULL,
      rate REAL NOT NULL,
      checks_numbers INTEGER NOT NULL,
      digest TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      created_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      ended_at INTEGER,
      has_sent INTEGER NOT NULL DEFAULT 0,
      refusals INTEGER NOT NULL DEFAULT 0,
      refusal TEXT
    ) STRICT;
    CREATE INDEX broadcast_open ON broadcast(state, id) WHERE ended_at IS NULL;
    CREATE INDEX broadcast_digest ON broadcast(digest);

    CREATE TABLE broadcast_row(
      broadcast_id INTEGER NOT NULL REFERENCES broadcast ON DELETE CASCADE,
      line INTEGER NOT NULL,
      number TEXT NOT NULL,
      params TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      is_checked INTEGER NOT NULL DEFAULT 0,
      outbox_id INTEGER,
      PRIMARY KEY(broadcast_id, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX broadcast_row_waiting ON broadcast_row(broadcast_id, line) WHERE state = 'waiting';
    CREATE INDEX broadcast_row_outbox ON broadcast_row(outbox_id) WHERE outbox_id IS NOT NULL;
    """
}
