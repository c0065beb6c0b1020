/// One step of a scenario, with the place it was written.
package struct Step: Sendable {
  package var action: Action
  package var position: SourcePosition
  /// What the author called it (`as`); nil if it has no name of its own.
  package var name: String?

  package init(_ action: Action, position: SourcePosition, name: String? = nil) {
    self.action = action
    self.position = position
    self.name = name
  }

  package indirect enum Action: Sendable {
    /// `say`, `image`, `document`, `audio`, `template`: messages in the order they are sent.
    case send([Reply], SendOptions)
    /// `ask` and `menu`: waits for the customer.
    case ask(Question)
    case set([Assignment])
    /// `if`.
    case choose(Condition, then: [Step], otherwise: [Step])
    /// Waits for the answer of a service.
    case call(Call)
    /// Goes on in another scenario and does not come back.
    case goto(scenario: String)
    /// Runs another scenario to its end and comes back.
    case visit(scenario: String)
    case optOut(String)
    case end(EndScope)

    package static func send(_ replies: [Reply]) -> Self { .send(replies, SendOptions()) }

    package var kind: Kind {
      switch self {
      case .send: .send
      case .ask: .ask
      case .set: .set
      case .choose: .choose
      case .call: .call
      case .goto: .goto
      case .visit: .visit
      case .optOut: .optOut
      case .end: .end
      }
    }
  }

  /// The kinds of step there are; each has a file in `Running/Steps` and a golden.
  package enum Kind: String, Sendable, CaseIterable {
    case send, ask, set, call, goto, visit, end
    case choose = "if"
    case optOut = "opt-out"
  }
}

/// What `end` ends.
package enum EndScope: String, Sendable {
  case scenario
  case session
}

/// How the messages of one step are sent.
package struct SendOptions: Sendable {
  /// How long they are of use; nil for the usual time.
  package var expires: Duration?
  /// What is done if one of them ends without reaching the customer.
  package var notSent: Handler?

  package init(expires: Duration? = nil, notSent: Handler? = nil) {
    self.expires = expires
    self.notSent = notSent
  }
}

/// One variable that `set` sets.
package struct Assignment: Sendable, Hashable {
  package var variable: String
  /// Unsets where it comes out empty.
  package var value: LocalizedText

  package init(_ variable: String, _ value: LocalizedText) {
    self.variable = variable
    self.value = value
  }

  package init(_ variable: String, _ value: TextTemplate) { self.init(variable, LocalizedText(value)) }
}

/// What is done when something comes about: another scenario, or steps of its own.
package indirect enum Handler: Sendable {
  case goto(scenario: String)
  /// After them the scenario is over.
  case steps([Step])
}

/// What brings a handler about, for a place.
package enum HandlerKind: Sendable, Hashable {
  case onFail, onTimeout, failed, notSent
  /// The n-th option of a menu, from 0.
  case option(Int)
}
