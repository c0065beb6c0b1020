import Dialogue
import Journal

/// Messages put together by their plain words.
struct MessageGroups {
  struct Key: Hashable {
    var channel: Channel
    var words: [String]
  }

  struct Group {
    var key: Key
    var count: Int
    /// The newest.
    var example: HeardMessage
  }

  /// The most frequent first, and of those the one heard last.
  let groups: [Group]

  /// - Parameter messages: newest first.
  init(_ messages: [HeardMessage]) {
    var positions: [Key: Int] = [:]
    var groups: [Group] = []
    for message in messages {
      let key = Key(channel: message.channel, words: PlainText.words(message.text ?? ""))
      if let position = positions[key] {
        groups[position].count += 1
      } else {
        positions[key] = groups.count
        groups.append(Group(key: key, count: 1, example: message))
      }
    }
    let order = groups.indices.sorted { (-groups[$0].count, $0) < (-groups[$1].count, $1) }
    self.groups = order.map { groups[$0] }
  }
}
