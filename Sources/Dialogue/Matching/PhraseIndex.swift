/// Finds every phrase of a set that stands in a list of words, in one pass whatever the phrases are.
///
/// An Aho-Corasick automaton over words: a tree of all phrases, where each node knows the longest other
/// beginning of a phrase that its words end with.
struct PhraseIndex: Sendable {
  struct Occurrence: Hashable {
    /// The phrase's position in the list the index was made of.
    var phrase: Int
    /// Where its first word stands, from 0.
    var at: Int
    var count: Int
  }

  private struct Node {
    var depth: Int
    /// Phrases that end here, in order.
    var phrases: [Int] = []
    /// The longest proper ending of this node's words that is a node too.
    var fallback = 0
    /// The nearest node on the way of fallbacks where a phrase ends; 0 if none.
    var shorter = 0
  }

  private struct Edge: Hashable {
    var node: Int
    var word: Int
  }

  private var wordNumbers: [String: Int] = [:]
  private var nodes = [Node(depth: 0)]
  private var edges: [Edge: Int] = [:]
  /// Whether phrases have words beyond ASCII, which are dear to look up.
  private var isBeyondASCII = false

  /// - Parameter phrases: the words of each; one without words is never found.
  init(_ phrases: [[String]]) {
    var origins: [(parent: Int, word: Int)] = [(0, 0)]
    for (number, words) in phrases.enumerated() where !words.isEmpty {
      var node = 0
      for word in words {
        let word = self.number(of: word)
        if let next = edges[Edge(node: node, word: word)] {
          node = next
        } else {
          nodes.append(Node(depth: nodes[node].depth + 1))
          origins.append((node, word))
          edges[Edge(node: node, word: word)] = nodes.count - 1
          node = nodes.count - 1
        }
      }
      nodes[node].phrases.append(number)
    }
    // A fallback is always less deep, so it is final before it is asked for.
    for node in nodes.indices.dropFirst().sorted(by: { nodes[$0].depth < nodes[$1].depth }) {
      let (parent, word) = origins[node]
      let fallback = parent == 0 ? 0 : step(from: nodes[parent].fallback, with: word)
      nodes[node].fallback = fallback
      nodes[node].shorter = nodes[fallback].phrases.isEmpty ? nodes[fallback].shorter : fallback
    }
  }

  /// Each phrase that stands in `words` once, at its first place; in no order that means anything.
  func occurrences(in words: [String]) -> [Occurrence] {
    var found: [Occurrence] = []
    var reported: Set<Int> = []
    var node = 0
    for (position, word) in words.enumerated() {
      guard isBeyondASCII || word.isASCIIWord, let word = wordNumbers[word] else {
        node = 0
        continue
      }
      node = step(from: node, with: word)
      var end = nodes[node].phrases.isEmpty ? nodes[node].shorter : node
      // What was reported was reported together with everything shorter: this keeps the whole pass linear.
      while end != 0, reported.insert(end).inserted {
        for phrase in nodes[end].phrases {
          found.append(
            Occurrence(phrase: phrase, at: position + 1 - nodes[end].depth, count: nodes[end].depth))
        }
        end = nodes[end].shorter
      }
    }
    return found
  }

  private mutating func number(of word: String) -> Int {
    if let number = wordNumbers[word] { return number }
    wordNumbers[word] = wordNumbers.count
    if !word.isASCIIWord { isBeyondASCII = true }
    return wordNumbers.count - 1
  }

  private func step(from start: Int, with word: Int) -> Int {
    var node = start
    while true {
      if let next = edges[Edge(node: node, word: word)] { return next }
      if node == 0 { return 0 }
      node = nodes[node].fallback
    }
  }
}
