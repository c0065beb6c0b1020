extension Switchboard {
  /// A project writes to a customer: the message is accepted, and its statuses follow as callbacks.
  ///
  /// - Parameter reachable: false for a number that is not on WhatsApp.
  /// - Returns: the message's id.
  func accept(
    text: String?, media: StoredMedia?, from project: World.Project, to customer: String, reachable: Bool
  ) -> String {
    let chat = Chat(project: project.id, customer: customer)
    var message = ChatMessage(
      id: newMessageID(), project: project.id, customer: customer, author: .business, text: text,
      media: media, at: time.now().milliseconds, status: .sent)
    guard reachable, isSessionOpen(chat) else {
      message.status = .failed
      message.note =
        reachable
        ? "Not delivered: \(customer) has not written in the last 24 hours. Write from this phone first."
        : "Not delivered: \(customer) is not on WhatsApp."
      append(message)
      queue(.status(.failed), of: message)
      return message.id
    }
    // An answer shows that what came before it was read.
    for id in takeUnanswered(chat) {
      change(id) { if $0.status != .failed { $0.status = .read } }
    }
    append(message)
    queue(.status(.sent), of: message)
    change(message.id) { $0.status = .delivered }
    queue(.status(.delivered), of: message)
    return message.id
  }
}
