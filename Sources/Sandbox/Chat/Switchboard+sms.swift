extension Switchboard {
  /// Sends an SMS, which stands in the customer's chat beside the WhatsApp message it belongs to.
  ///
  /// - Returns: false if the vendor of SMS fails for this number.
  @discardableResult
  func sendShortMessage(_ draft: SMSDraft, of messageID: String) -> Bool {
    guard let original = messages[messageID] else { return true }
    let fails = world.numbers.vendorError.contains(original.customer)
    append(
      ChatMessage(
        id: newMessageID(), project: original.project, customer: original.customer, author: .business,
        text: draft.text,
        sms: ShortMessage(template: draft.template, parts: draft.parts, messageID: messageID),
        at: time.now().milliseconds, status: fails ? .failed : .delivered,
        note: fails ? "Not sent: the vendor of SMS fails for \(original.customer)." : nil))
    return !fails
  }

  /// Sends the SMS whose WhatsApp message came no further for as long as their rule says.
  package func sendDueShortMessages() {
    for (id, draft) in shortMessages.takeDue(at: time.now(), { messages[$0] }) {
      sendShortMessage(draft, of: id)
    }
  }
}
