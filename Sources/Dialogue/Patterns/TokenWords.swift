/// The different words of a message's tokens, as written plainly, so that each is looked up once.
struct TokenWords {
  /// The number of each token's word.
  let numbers: [Int]
  /// How many digits each word is made of: none where a line ends, nil for what is no figure.
  let digits: [Int?]
  /// For each word a token that is it.
  fileprivate let tokens: [WrittenMessage.Token]

  init(_ all: [WrittenMessage.Token]) {
    var known: [String: Int] = [:]
    var tokens: [WrittenMessage.Token] = []
    var last = -1
    numbers = all.map { token in
      if last >= 0, tokens[last].written == token.written { return last }
      last = known[token.written] ?? tokens.count
      if last == tokens.count {
        known[token.written] = last
        tokens.append(token)
      }
      return last
    }
    digits = tokens.map { $0.isLineBreak ? 0 : $0.isNumeric ? $0.written.utf8.count : nil }
    self.tokens = tokens
  }

  /// The places of the tokens whose words `isWanted` says yes to.
  func places(where isWanted: (WrittenMessage.Token) -> Bool) -> [Int] {
    let wanted = tokens.map { $0.written.isASCIIWord && isWanted($0) }
    return numbers.indices.filter { wanted[numbers[$0]] }
  }
}

/// What a reader says of the words of a message, each asked once.
struct WordAnswers {
  private let words: TokenWords
  private let ask: (String) -> Bool
  private var known: [Bool?]

  init(_ words: TokenWords, _ ask: @escaping (String) -> Bool) {
    self.words = words
    self.ask = ask
    known = Array(repeating: nil, count: words.digits.count)
  }

  mutating func isYes(_ word: Int) -> Bool {
    if let answer = known[word] { return answer }
    let answer = ask(words.tokens[word].written)
    known[word] = answer
    return answer
  }
}
