extension WrittenMessage {
  /// Whether two of `tokens` are hours with a dash between them: `9-10` is from nine to ten, not ten past nine.
  func spansHours(_ tokens: ArraySlice<Token>) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { from, to in
      guard from.isHour, to.isHour, from.range.upperBound < to.range.lowerBound else { return false }
      return text[from.range.upperBound..<to.range.lowerBound].contains { "-–—".contains($0) }
    }
  }
}

extension WrittenMessage.Token {
  fileprivate var isHour: Bool { isNumeric && Int(written).map { (0...24).contains($0) } == true }
}
