extension Schema {
  // `state` is new, calling or ended; `outcome` is for people, what was answered is in the inbox.
  static let calls = """
    CREATE TABLE call(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      channel TEXT NOT NULL,
      contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
      inbox_id INTEGER NOT NULL,
      serial INTEGER NOT NULL,
      key TEXT NOT NULL UNIQUE,
      request TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      outcome TEXT,
      created_at INTEGER NOT NULL,
      begun_at INTEGER,
      ended_at INTEGER
    ) STRICT;
    CREATE INDEX call_contact ON call(contact_id);
    CREATE INDEX call_waiting ON call(state, id) WHERE state <> 'ended';
    """
}
