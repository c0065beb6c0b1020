import DequeModule

/// The newest exchanges, found by id.
struct TrafficLog: Sendable {
  /// Of all entries together, in bytes: long bodies leave room for fewer.
  private static let weightLimit = 128 << 20

  private let limit: Int
  private var entries: Deque<TrafficEntry> = []
  private var weight = 0
  private var lastID = 0

  init(limit: Int) { self.limit = max(1, limit) }

  /// Oldest first.
  var all: Deque<TrafficEntry> { entries }

  subscript(id: Int) -> TrafficEntry? { index(id).map { entries[$0] } }

  private func index(_ id: Int) -> Int? {
    guard let first = entries.first else { return nil }
    let index = id - first.id
    return entries.indices.contains(index) ? index : nil
  }

  /// - Returns: the entry with its id.
  mutating func append(_ entry: TrafficEntry) -> TrafficEntry {
    lastID += 1
    var entry = entry
    entry.id = lastID
    entries.append(entry)
    weight += entry.weight
    while entries.count > limit || (weight > Self.weightLimit && entries.count > 1) {
      weight -= entries.removeFirst().weight
    }
    return entry
  }

  /// - Returns: the entry as it is now; nil if it is forgotten.
  mutating func update(_ id: Int, _ change: (inout TrafficEntry) -> Void) -> TrafficEntry? {
    guard let index = index(id) else { return nil }
    weight -= entries[index].weight
    change(&entries[index])
    weight += entries[index].weight
    return entries[index]
  }

  mutating func clear() {
    entries = []
    weight = 0
  }
}
