extension Run {
  /// `say`, `image`, `document`, `audio`: one effect a message, in order.
  @discardableResult
  mutating func send(_ replies: [Reply], at position: SourcePosition?) -> Flow {
    for reply in replies {
      switch reply {
      case .text(let template):
        let text = render(template, limit: Limits.text, at: position)
        if text.allSatisfy(\.isWhitespace) {
          problem("the text came out empty, so nothing was sent", at: position)
        } else {
          effects.append(.send(.text(text)))
        }
      case .media(let kind, let hash, let fileName, let caption):
        let caption = caption.map { render($0, limit: Limits.caption, at: position) }
        let media = Content.Media(
          kind: kind, hash: hash, fileName: fileName, caption: caption.flatMap { $0.isEmpty ? nil : $0 })
        effects.append(.send(.media(media)))
      }
    }
    return .next
  }
}
