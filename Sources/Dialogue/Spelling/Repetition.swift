/// Letters held down: `haloooo`.
enum Repetition {
  /// A letter and how often it stands in a row.
  struct Run: Hashable {
    var letter: Character
    var count: Int
    /// Whether it may have been held down; digits never are.
    var isHeld: Bool { count >= 3 && letter.isLetter }

    func text(times count: Int) -> String { String(repeating: letter, count: count) }
  }

  static func runs(of word: String) -> [Run] {
    var runs: [Run] = []
    for letter in word {
      if runs.last?.letter == letter {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(letter: letter, count: 1))
      }
    }
    return runs
  }

  /// `word` with letters that stand three times or more in a row written once.
  static func shortest(_ word: String) -> String {
    runs(of: word).map { $0.text(times: $0.isHeld ? 1 : $0.count) }.joined()
  }

  /// False for most words without a letter held down.
  private static func mayHold(_ word: String) -> Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in word.utf8 {
      if byte >= 0x80 || byte == last && byte == before { return true }
      (before, last) = (last, byte)
    }
    return false
  }

  /// `word` with each letter that stands three times or more written once or twice, once first; empty if none does.
  ///
  /// Only the first four such letters are tried twice.
  static func candidates(for word: String) -> [String] {
    guard mayHold(word) else { return [] }
    let runs = runs(of: word)
    let held = runs.count(where: \.isHeld)
    guard held > 0 else { return [] }
    return (0..<(1 << min(held, 4))).map { choice in
      var place = 0
      return runs.map { run in
        guard run.isHeld else { return run.text(times: run.count) }
        defer { place += 1 }
        return run.text(times: place < 4 && choice >> place & 1 == 1 ? 2 : 1)
      }.joined()
    }
  }
}

/// The endings Indonesians put to words: `harganya`, `berapakah`.
enum Ending {
  static let all = ["nya", "kah", "lah", "ku", "mu", "pun"]
  private static let lasts = all.compactMap(\.utf8.last)

  /// `word` without an ending, where three letters remain.
  static func stems(of word: String) -> [String] {
    guard let last = word.utf8.last, lasts.contains(last) else { return [] }
    return all.compactMap { ending in
      guard word.hasSuffix(ending) else { return nil }
      let stem = word.dropLast(ending.count)
      return stem.count(where: \.isLetter) >= 3 ? String(stem) : nil
    }
  }
}
