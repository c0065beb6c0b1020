extension Switchboard {
  /// "Wappin API v1.7, API Inquiry": what became of a message of the caller's, oldest first.
  func inquire(_ body: CallBody, client: World.Client) throws(Refusal) -> ProviderReply {
    guard let id = body["message_id"], let message = messages[id], message.isInquirable,
      world.project(message.project)?.clientID == client.id
    else { throw .unknownMessage }
    let steps = message.steps.map { step -> OrderedJSON in
      ["status": .string(step.status.rawValue), "timestamp": .string(String(step.at / 1000))]
    }
    return .success(data: .array(steps))
  }

  /// "Wappin API v1.7, API Number Checker".
  func checkNumber(_ body: CallBody, client: World.Client) throws(Refusal) -> ProviderReply {
    let text = try body.required("phone_number")
    _ = try project(of: body, client: client)
    guard let number = Customer.number(from: text), !world.numbers.invalid.contains(number),
      !world.numbers.unreachable.contains(number)
    else { throw .phoneNumberInvalid }
    return .success("Phone Number Valid", messageID: newMessageID())
  }
}

extension ChatMessage {
  /// Whether a call sent it: what the provider wrote itself, and SMS, have ids of which no client was told.
  fileprivate var isInquirable: Bool { author == .business && sms == nil && !isAutomatic }
}
