extension Schema {
  /// Of an outbox row: not at an end. Written out, because an `IN` builds a table each time a row is written.
  static let isWaiting = "(state = 'queued' OR state = 'sending' OR state = 'unknown')"

  // Times are milliseconds UTC and JSON is text, so that the same tables fit another database later.
  // Row ids that name an origin or seed a turn are AUTOINCREMENT: they must not come back after a deletion.
  static let firstTables = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

    CREATE TABLE contact(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      channel TEXT NOT NULL,
      number TEXT NOT NULL,
      name TEXT,
      vars TEXT NOT NULL DEFAULT '{}',
      opted_out INTEGER NOT NULL DEFAULT 0,
      unreachable_at INTEGER,
      last_inbound_at INTEGER,
      UNIQUE(channel, number)
    ) STRICT;

    CREATE TABLE conversation(
      contact_id INTEGER PRIMARY KEY REFERENCES contact ON DELETE CASCADE,
      bot TEXT NOT NULL,
      place TEXT,
      state TEXT NOT NULL,
      started_at INTEGER,
      revision INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE inbox(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      channel TEXT NOT NULL,
      contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
      kind TEXT NOT NULL,
      message_id TEXT,
      payload TEXT NOT NULL,
      provider_at INTEGER,
      received_at INTEGER NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      UNIQUE(channel, message_id)
    ) STRICT;
    CREATE INDEX inbox_new ON inbox(contact_id, id) WHERE state = 'new';

    CREATE TABLE reason(
      inbox_id INTEGER PRIMARY KEY REFERENCES inbox ON DELETE CASCADE,
      bot TEXT NOT NULL,
      winner TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;

    CREATE TABLE outbox(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      channel TEXT NOT NULL,
      contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
      inbox_id INTEGER,
      origin TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      lane TEXT NOT NULL,
      payload TEXT NOT NULL,
      is_media INTEGER NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      resends INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      accepted_at INTEGER,
      message_id TEXT,
      UNIQUE(origin, ordinal)
    ) STRICT;
    CREATE INDEX outbox_contact ON outbox(contact_id, id);
    CREATE INDEX outbox_waiting ON outbox(contact_id, id) WHERE \(isWaiting);
    CREATE INDEX outbox_message ON outbox(channel, message_id) WHERE message_id IS NOT NULL;

    CREATE TABLE attempt(
      outbox_id INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE,
      n INTEGER NOT NULL,
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      outcome TEXT,
      code TEXT,
      PRIMARY KEY(outbox_id, n)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE status(
      channel TEXT NOT NULL,
      message_id TEXT NOT NULL,
      status TEXT NOT NULL,
      provider_at INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      contact_id INTEGER,
      outbox_id INTEGER,
      PRIMARY KEY(channel, message_id, status, provider_at)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX status_received ON status(received_at);
    CREATE INDEX status_orphan ON status(received_at) WHERE outbox_id IS NULL;

    CREATE TABLE timer(
      id INTEGER PRIMARY KEY,
      contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
      kind TEXT NOT NULL,
      place TEXT,
      due_at INTEGER NOT NULL,
      UNIQUE(contact_id, kind)
    ) STRICT;
    CREATE INDEX timer_due ON timer(due_at);

    CREATE TABLE token(client_id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

    CREATE TABLE bot(
      channel TEXT NOT NULL,
      hash TEXT NOT NULL,
      accepted_at INTEGER NOT NULL,
      files TEXT NOT NULL,
      PRIMARY KEY(channel, hash)
    ) STRICT;

    CREATE TABLE quarantine(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      body BLOB NOT NULL,
      reason TEXT NOT NULL,
      project_id TEXT,
      received_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX quarantine_project ON quarantine(project_id, id) WHERE project_id IS NOT NULL;

    CREATE TABLE tombstone(digest TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
    """
}
