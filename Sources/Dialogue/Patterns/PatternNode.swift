/// A part of a line of a pattern.
enum PatternNode: Sendable, Hashable {
  /// A part of a word, written plainly; the first part of a word is counted.
  case word(String, isCounted: Bool)
  case slot(PatternSlot)
  case optional([PatternNode])
  case choice([[PatternNode]])
}

/// A line of a pattern.
enum PatternLine: Sendable, Hashable {
  /// `...` alone: any lines, none too.
  case any
  /// With `...` before and after it or not.
  case parts([PatternNode], isOpenBefore: Bool, isOpenAfter: Bool)
}

extension [PatternNode] {
  /// The plain words that stand in every message it fits.
  var required: [String] {
    compactMap { if case .word(let word, _) = $0 { word } else { nil } }
  }

  /// Every word it may have.
  var allWords: [String] {
    flatMap { node -> [String] in
      switch node {
      case .word(let word, _): [word]
      case .slot: []
      case .optional(let nodes): nodes.allWords
      case .choice(let choices): choices.flatMap(\.allWords)
      }
    }
  }

  /// Every slot, in the order written.
  var slots: [PatternSlot] {
    flatMap { node -> [PatternSlot] in
      switch node {
      case .word: []
      case .slot(let slot): [slot]
      case .optional(let nodes): nodes.slots
      case .choice(let choices): choices.flatMap(\.slots)
      }
    }
  }

  /// Whether it may fit no words at all.
  var mayBeEmpty: Bool {
    allSatisfy { node in
      switch node {
      case .word, .slot: false
      case .optional: true
      case .choice(let choices): choices.contains(where: \.mayBeEmpty)
      }
    }
  }
}
