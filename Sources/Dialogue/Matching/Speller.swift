/// Brings a customer's words nearer to a bot's.
package struct Speller: Sendable {
  private let respeller: Respeller

  init(vocabulary: Set<String>, spelling: Bool, typos: Bool) {
    respeller = Respeller(vocabulary: vocabulary, chat: spelling, typos: typos)
  }

  /// The message as it is tried, in order: respelled, then with typos mended if that changes anything.
  ///
  /// - Parameter words: more words of the bot, those of the open question.
  func readings(_ text: String, besides words: Set<String> = []) -> [WrittenMessage] {
    spellings(text, besides: words).map { WrittenMessage(text, respelled: $0.map(\.word)) }
  }

  /// The same, with how each word was respelled.
  package func spellings(_ text: String, besides words: Set<String> = []) -> [[Respelled]] {
    let respelled = respeller.respelled(PlainText.words(text), with: words)
    return [respelled] + (respeller.mended(respelled, with: words).map { [$0] } ?? [])
  }
}
