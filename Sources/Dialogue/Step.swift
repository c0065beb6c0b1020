/// One step of a scenario, with the place it was written.
package struct Step: Sendable {
  package var action: Action
  package var position: SourcePosition

  package init(_ action: Action, position: SourcePosition) {
    self.action = action
    self.position = position
  }

  package enum Action: Sendable {
    /// `say`, `image`, `document`, `audio`: messages in the order they are sent.
    case send([Reply])
    /// Goes on in another scenario and does not come back.
    case goto(scenario: String)
    case end(EndScope)

    package var kind: Kind {
      switch self {
      case .send: .send
      case .goto: .goto
      case .end: .end
      }
    }
  }

  /// The kinds of step there are; each has a file in `Running/Steps` and a golden.
  package enum Kind: String, Sendable, CaseIterable {
    case send, goto, end
  }
}

/// What `end` ends.
package enum EndScope: String, Sendable {
  case scenario
  case session
}

/// One message as the author wrote it.
package enum Reply: Sendable, Hashable {
  case text(TextTemplate)
  case media(kind: MediaKind, hash: String, fileName: String, caption: TextTemplate?)
}
