/// The open question that a customer's message came upon.
package struct MetQuestion: Sendable, Hashable, Codable {
  package var place: StepPlace
  /// Answers before this message that were none.
  package var tries: Int
  /// Whether the customer had not seen it: it waited until they wrote. Nil is no.
  package var isHeld: Bool?

  package init(place: StepPlace, tries: Int = 0, isHeld: Bool? = nil) {
    self.place = place
    self.tries = tries
    self.isHeld = isHeld
  }

  init(_ open: OpenQuestion) {
    self.init(place: open.place, tries: open.tries, isHeld: open.isHeld == true ? true : nil)
  }
}
