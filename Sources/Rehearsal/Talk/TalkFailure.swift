import Dialogue
import ScenarioFile
import StrictYAML

/// Something in a talk that went otherwise than it is written.
package struct TalkFailure: Sendable {
  package enum Kind: Sendable {
    /// The bot said something else.
    case differs(expected: String, got: String)
    /// The bot did not say it.
    case missing(expected: String)
    /// The bot said something that is not listed.
    case unlisted(got: String)
    /// What must be so is not.
    case expectation(expected: String, got: String)
    /// A line could not be done, or a service was asked that is not listed.
    case obstacle(String)
  }

  package var kind: Kind
  /// The line it shows at.
  package var span: Span
  /// What happened that led there, in order.
  package var causes: [Happening]
}

/// What came of one transcript.
package struct TranscriptResult: Sendable {
  package var transcript: Transcript
  package var failures: [TalkFailure]
  /// Mistakes of the author's that only the running bot showed.
  package var problems: [Problem]
  package var coverage: Coverage
  /// What to write for the bot's lines instead.
  package var edits: [TalkEdit]

  package var isPassed: Bool { failures.isEmpty }
}

/// A change to the bot's lines of a talk.
package struct TalkEdit: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Takes the place of the line.
    case replace
    case remove
    /// Stands behind the line, or before the first where there is none.
    case insert
  }

  package var kind: Kind
  /// The number of the line in the talk, from 0; -1 for before the first.
  package var line: Int
  /// What the bot said; nil for nothing.
  package var message: String?
}
