/// What `ask` and `menu` ask, and what follows from the answer.
package struct Question: Sendable {
  /// One line of a menu.
  package struct Option: Sendable {
    package var label: LocalizedText
    /// Nil goes on with the next step.
    package var target: Handler?

    package init(label: LocalizedText, target: Handler? = nil) {
      self.label = label
      self.target = target
    }
  }

  package enum Kind: Sendable {
    case ask(Expectation)
    case menu([Option])
  }

  package var kind: Kind
  package var prompt: [Reply]
  /// The variable that keeps the answer.
  package var variable: String?
  /// Said after an answer that is none; empty asks the question again.
  package var retry: [Reply]
  /// After so many answers that are none, `onFail` is done.
  package var tries: Int?
  package var onFail: Handler?
  /// How long it waits for an answer; nil for the bot's `idle`.
  package var timeout: Duration?
  package var onTimeout: Handler?
  /// Whether a keyword or pattern that is the whole message leaves it for good.
  package var leavesForKeywords: Bool

  package init(
    _ kind: Kind, prompt: [Reply], variable: String? = nil, retry: [Reply] = [], tries: Int? = nil,
    onFail: Handler? = nil, timeout: Duration? = nil, onTimeout: Handler? = nil,
    leavesForKeywords: Bool = false
  ) {
    self.kind = kind
    self.prompt = prompt
    self.variable = variable
    self.retry = retry
    self.tries = tries
    self.onFail = onFail
    self.timeout = timeout
    self.onTimeout = onTimeout
    self.leavesForKeywords = leavesForKeywords
  }

  package var options: [Option] {
    if case .menu(let options) = kind { options } else { [] }
  }

  /// Whether any text may be an answer.
  var isFreeText: Bool {
    if case .ask(let expectation) = kind { expectation.isFreeText } else { false }
  }

  /// The verb that asks it.
  var verb: String {
    switch kind {
    case .ask: "ask"
    case .menu: "menu"
    }
  }

  /// What tells a question from the same one after an edit that changes what is an answer.
  package var signature: String {
    switch kind {
    case .ask(let expectation): "ask \(expectation)"
    case .menu(let options): "menu \(options.map { "\($0.label.plain.pieces)" }.joined(separator: "|"))"
    }
  }
}
