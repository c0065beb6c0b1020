extension Switchboard {
  /// A project writes to a customer: the message is accepted, and its statuses follow as callbacks.
  ///
  /// - Returns: the message's id.
  func accept(_ outgoing: Outgoing, from project: World.Project, to customer: String) -> String {
    let chat = Chat(project: project.id, customer: customer)
    let message = ChatMessage(
      id: newMessageID(), project: project.id, customer: customer, author: .business, text: outgoing.text,
      media: outgoing.media, template: outgoing.template, at: time.now().milliseconds, status: .sent)
    if let obstacle = obstacle(outgoing, chat) {
      append(message)
      change(message.id) { $0.note = obstacle }
      advance(message.id, to: .failed)
      return message.id
    }
    // An answer shows that what came before it was read.
    for id in takeUnanswered(chat) {
      change(id) { if $0.status != .failed { $0.status = .read } }
    }
    append(message)
    let isSilent = world.numbers.silent.contains(customer)
    advance(message.id, to: .sent, isTold: !isSilent)
    if !isSilent { advance(message.id, to: .delivered) }
    return message.id
  }

  /// A business's message came a step further, of which its project is told by a callback.
  func advance(_ id: String, to status: ChatMessage.Status, isTold: Bool = true) {
    let at = time.now().milliseconds
    change(id) {
      $0.status = status
      $0.steps.append(ChatMessage.Step(status: status, at: at))
    }
    if isTold, let message = messages[id] { queue(.status(status), of: message) }
  }

  /// Why a message that is accepted will not arrive; nil if it will.
  private func obstacle(_ outgoing: Outgoing, _ chat: Chat) -> String? {
    let customer = chat.customer
    if Customer.number(from: customer) == nil || world.numbers.invalid.contains(customer) {
      return "Not delivered: \(customer) is not on WhatsApp."
    }
    if world.numbers.unreachable.contains(customer) {
      return "Not delivered: whether \(customer) is on WhatsApp could not be found out."
    }
    guard outgoing.template == nil, let session = world.session, !isSessionOpen(chat) else { return nil }
    return "Not delivered: \(customer) has not written in the last \(session.inWords). "
      + "Write from this phone first."
  }
}

extension Duration {
  /// `24 hours` or `90 minutes`.
  fileprivate var inWords: String {
    let minutes = Int(self / .seconds(60))
    return minutes % 60 == 0 ? "\(minutes / 60) hours" : "\(minutes) minutes"
  }
}
