extension Run {
  /// `say`, `image`, `document`, `audio`, `template`: one effect a message, in order.
  mutating func send(
    _ replies: [Reply], _ options: SendOptions, at place: StepPlace, _ position: SourcePosition
  ) -> Flow {
    let note = options.notSent == nil ? nil : SendNote(place: place)
    send(replies, expires: options.expires, note: note, at: position)
    return .next
  }

  mutating func send(
    _ replies: [Reply], expires: Duration? = nil, note: SendNote? = nil, at position: SourcePosition?
  ) {
    for reply in replies {
      switch reply {
      case .text(let text): say(text, SendTerms(expires: expires, note: note), at: position)
      case .media(let kind, let hash, let fileName, let caption):
        let caption = caption.map { render($0[language], limit: Limits.caption, at: position) }
        let media = Content.Media(
          kind: kind, hash: hash, fileName: fileName, caption: caption.flatMap { $0.isEmpty ? nil : $0 })
        effects.append(.send(.media(media), SendTerms(expires: expires, note: note)))
      case .template(let template):
        send(template, SendTerms(expires: expires, note: note), at: position)
      case .pick(let id, let choices):
        send(pick(id, choices), expires: expires, note: note, at: position)
      }
    }
  }

  private mutating func say(_ text: LocalizedText, _ terms: SendTerms, at position: SourcePosition?) {
    let text = render(text[language], limit: Limits.text, at: position)
    if text.allSatisfy(\.isWhitespace) {
      problem("the text came out empty, so nothing was sent", at: position)
    } else {
      effects.append(.send(.text(text), terms))
    }
  }

  /// By the event's id, so that the same history says the same; never what was said last.
  private mutating func pick(_ id: String, _ choices: [[Reply]]) -> [Reply] {
    guard choices.count > 1 else { return choices.first ?? [] }
    guard case .seeded = bot.picks else { return choices[0] }
    let last = conversation.picks[id].flatMap { choices.indices.contains($0) ? $0 : nil }
    // SplitMix64's last mixing: neighbouring ids give numbers that have nothing to do with each other.
    var seed = UInt64(bitPattern: event.id) &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(conversation.picks.count + 1)
    seed = (seed ^ (seed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    seed = (seed ^ (seed >> 27)) &* 0x94D0_49BB_1331_11EB
    seed ^= seed >> 31
    var picked = Int(seed % UInt64(last == nil ? choices.count : choices.count - 1))
    if let last, picked >= last { picked += 1 }
    conversation.picks[id] = picked
    return choices[picked]
  }
}
