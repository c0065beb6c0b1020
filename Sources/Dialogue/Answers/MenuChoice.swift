/// Finds which option of a menu a customer chose.
package struct MenuChoice: Sendable, Hashable {
  /// As shown, in order.
  package var labels: [String]

  package init(labels: [String]) { self.labels = labels }

  /// The plain words of the labels; at their menu they are words of the bot.
  package var vocabulary: Set<String> { Set(labels.flatMap(PlainText.words)) }

  /// The place of the chosen option among the labels, from 0; nil if `message` chooses none, or not one alone.
  ///
  /// Taken are its number (`1`, `1.`, `no 1`, `satu`, the keycap emoji), its label, or a beginning of the label of at
  /// least three letters that no other label has.
  package func index(of message: WrittenMessage) -> Int? {
    let plain = labels.map(PlainText.words)
    return Politeness.retrying(message) { message in
      number(message.words) ?? label(message.words, plain) ?? beginning(message.words, plain)
    }
  }

  package func index(of text: String) -> Int? { index(of: WrittenMessage(text)) }

  private static let before: Set<String> = [
    "no", "nomor", "nomer", "nmr", "number", "pilih", "pilihan", "opsi", "option", "yang", "yg", "angka",
  ]
  private static let ordinals = [
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7,
    "kedelapan": 8,
    "kesembilan": 9, "kesepuluh": 10, "first": 1, "second": 2, "third": 3,
  ]

  private func number(_ words: ArraySlice<String>) -> Int? {
    // No number has more than four words: a long message is told from its end.
    guard words.dropLast(4).reversed().allSatisfy(Self.before.contains) else { return nil }
    var words = words
    while words.count > 1, let first = words.first, Self.before.contains(first) {
      words.removeFirst()
    }
    // `no1`, as one types it without a blank.
    if words.count == 1, let word = words.first {
      let parts = WrittenMessage.parts(of: word)
      if parts.count == 2, Self.before.contains(String(parts[0])) { words = [String(parts[1])] }
    }
    guard let word = words.first else { return nil }
    let figure =
      words.count == 1 && word.utf8.count <= 4 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let number = figure ? Int(word) : words.count == 1 ? Self.ordinals[word] ?? named(words) : named(words)
    return number.flatMap { labels.indices.contains($0 - 1) ? $0 - 1 : nil }
  }

  private func named(_ words: ArraySlice<String>) -> Int? {
    words.count <= 4 ? NumberWords.value(Array(words)) : nil
  }

  private func label(_ words: ArraySlice<String>, _ labels: [[String]]) -> Int? {
    only(labels) { words.elementsEqual($0) }
  }

  private func beginning(_ words: ArraySlice<String>, _ labels: [[String]]) -> Int? {
    guard words.count <= labels.lazy.map(\.count).max() ?? 0 else { return nil }
    let typed = words.joined(separator: " ")
    guard typed.count(where: \.isLetter) >= 3 else { return nil }
    return only(labels) { $0.joined(separator: " ").hasPrefix(typed) }
  }

  /// The one label that fits; nil if none does, or several do.
  private func only(_ labels: [[String]], _ fits: ([String]) -> Bool) -> Int? {
    let found = labels.indices.filter { fits(labels[$0]) }
    return found.count == 1 ? found[0] : nil
  }
}
