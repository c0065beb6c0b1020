/// The newest entries of a log without end.
struct BoundedLog<Entry: Sendable>: Sendable {
  private let limit: Int
  private var stored: [Entry] = []
  /// How many were ever added.
  private(set) var count = 0

  init(limit: Int) { self.limit = limit }

  /// Oldest first.
  var entries: ArraySlice<Entry> { stored.suffix(limit) }

  /// The entries after the first `seen` ever added; nil if some of them are forgotten.
  func entries(after seen: Int) -> ArraySlice<Entry>? {
    let missed = count - seen
    guard missed >= 0, missed <= entries.count else { return nil }
    return stored.suffix(missed)
  }

  mutating func append(_ entry: Entry) {
    stored.append(entry)
    count += 1
    // In bulk, so that an entry costs constant time.
    if stored.count > limit * 2 { stored.removeFirst(stored.count - limit) }
  }
}
