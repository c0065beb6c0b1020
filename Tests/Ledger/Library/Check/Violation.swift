/// A promise that was broken.
package struct Violation: Sendable, Hashable, CustomStringConvertible {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case acknowledgedButNotKept = "acknowledged but not kept"
    case keptTwice = "kept twice"
    case eventWithoutEnd = "an event without an end"
    case messageWithoutEnd = "a message without an end"
    case attemptWithoutEnd = "an attempt without an end"
    case notAnswered = "not answered"
    case answeredTooOften = "answered too often"
    case receivedButNotOurs = "received, but nothing in the journal says so"
    case receivedButNotSent = "received, but the journal says it was not sent"
    case sentButNotReceived = "sent, but not received"
    case otherMessageID = "the journal has another message's id"
    case keptOutOfOrder = "kept out of order"
    case answeredOutOfOrder = "answered out of order"
    case sentOutOfOrder = "sent out of order"
    case damaged = "the file is damaged"
  }

  package var kind: Kind
  /// The ids that tell it apart.
  package var what: String

  package init(_ kind: Kind, _ what: String) {
    self.kind = kind
    self.what = what
  }

  package var description: String { "\(kind.rawValue): \(what)" }
}
