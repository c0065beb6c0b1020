import DequeModule
import Journal

/// Contacts that wait for their channel: people who were asked for an answer before a broadcast, but not only.
struct LaneQueues: Sendable {
  /// A contact in line; `turn` tells whether it still stands there.
  struct Place: Sendable, Hashable {
    var contact: Int64
    var turn: UInt64
  }

  private var replies: Deque<Place> = []
  private var broadcasts: Deque<Place> = []
  private var count = 0

  /// Whether ``popFirst()`` gives a broadcast's place.
  var isBroadcastNext: Bool { replies.isEmpty ? !broadcasts.isEmpty : !broadcasts.isEmpty && count == 3 }
  var hasReplies: Bool { !replies.isEmpty }
  var isEmpty: Bool { replies.isEmpty && broadcasts.isEmpty }

  mutating func append(_ place: Place, lane: Lane) {
    if lane == .broadcast { broadcasts.append(place) } else { replies.append(place) }
  }

  /// The next in line: where both lanes wait, every fourth place is a broadcast's.
  mutating func popFirst() -> Place? {
    guard !replies.isEmpty, !broadcasts.isEmpty else { return replies.popFirst() ?? broadcasts.popFirst() }
    defer { count = (count + 1) % 4 }
    return isBroadcastNext ? broadcasts.popFirst() : replies.popFirst()
  }

  /// The next of those who do not wait for a broadcast.
  mutating func popReply() -> Place? { replies.popFirst() }

  /// Drops from the front who stands there no more.
  mutating func dropWhile(_ isGone: (Place) -> Bool) {
    while let first = replies.first, isGone(first) { replies.removeFirst() }
    while let first = broadcasts.first, isGone(first) { broadcasts.removeFirst() }
  }
}
