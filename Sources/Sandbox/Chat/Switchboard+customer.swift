extension Switchboard {
  /// What a customer sends.
  package enum Draft: Sendable {
    case text(String)
    case media(StoredMedia, caption: String?)
  }

  /// A customer writes to a project, which is told by a callback; media are told without content. Where the
  /// dashboard has an answer to a text, the provider gives it by itself.
  ///
  /// - Returns: the message; nil if there is no such project.
  @discardableResult
  package func write(_ draft: Draft, from customer: String, to project: String) -> ChatMessage? {
    guard let business = world.project(project) else { return nil }
    var message = ChatMessage(
      id: newMessageID(), project: project, customer: customer, author: .customer, text: nil, media: nil,
      at: time.now().milliseconds, status: .sent)
    var content: String?
    switch draft {
    case .text(let text):
      message.text = text
      content = text
    case .media(let media, let caption):
      message.media = media
      message.text = caption
    }
    append(message)
    queue(.message(content: content), of: message)
    if let answer = content.flatMap(business.ownAnswer) {
      append(
        ChatMessage(
          id: newMessageID(), project: project, customer: customer, author: .business, text: answer,
          isAutomatic: true, at: time.now().milliseconds, status: .delivered))
    }
    return message
  }

  /// A customer looks at a chat: what was delivered there is read now, and the project is told.
  package func see(customer: String, project: String) {
    for id in takeUnseen(Chat(project: project, customer: customer)) {
      guard let message = messages[id], message.status == .delivered else { continue }
      // Of what no call sent nobody is told.
      advance(id, to: .read, isTold: message.sms == nil && !message.isAutomatic)
    }
  }
}
