/// A scenario: how it starts and what it does.
package struct Scenario: Sendable {
  package var name: String
  package var starts: [Start]
  package let steps: [Step]
  package var position: SourcePosition
  /// Whether it starts in the middle of any question (`interrupt: always`).
  package var isAlways: Bool
  /// Nil unless it opens the conversation to a person.
  package var panel: Panel?
  let program: Program

  package init(
    name: String, starts: [Start], steps: [Step], position: SourcePosition, isAlways: Bool = false,
    panel: Panel? = nil
  ) {
    self.name = name
    self.starts = starts
    self.steps = steps
    self.position = position
    self.isAlways = isAlways
    self.panel = panel
    program = Program(steps)
  }
}

/// One phrase or pattern that starts a scenario.
package struct Start: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    /// Whole words, anywhere in the message.
    case keyword
    /// The whole message.
    case exact
    case pattern
  }

  package var kind: Kind
  /// As the author typed it.
  package var phrase: String
  /// What it stands for where it holds `@synonym`: each way to say it; empty for itself.
  package var variants: [String]
  /// Of a ``Kind/pattern``.
  package var pattern: Pattern?
  package var position: SourcePosition

  package init(kind: Kind, phrase: String, variants: [String] = [], position: SourcePosition) {
    self.kind = kind
    self.phrase = phrase
    self.variants = variants
    self.position = position
  }

  package init(pattern: Pattern, position: SourcePosition) {
    kind = .pattern
    phrase = pattern.source
    variants = []
    self.pattern = pattern
    self.position = position
  }
}
