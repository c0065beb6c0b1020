extension Schema {
  // A day is that of UTC: days since 1970. Times of a day are of no use here, and would be a row each.
  static let usage = """
    CREATE TABLE usage(
      channel TEXT NOT NULL,
      bot TEXT NOT NULL,
      day INTEGER NOT NULL,
      part TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY(channel, bot, day, part)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX usage_day ON usage(day);
    """
}
