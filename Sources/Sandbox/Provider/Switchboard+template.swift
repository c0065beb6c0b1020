extension Switchboard {
  /// "Wappin API v1.7, API Send Notification", with and without SMS; "Wappin API v2.1" with a medium.
  ///
  /// - Parameter upload: what came with the form; nil for a call in JSON.
  func sendTemplate(_ body: CallBody, upload: Upload? = nil, client: World.Client) throws(Refusal)
    -> ProviderReply
  {
    let name = try body.required("type")
    let recipient = try body.required("recipient_number")
    let values = try body.requiredValues("params")
    let order = try SMSOrder(body)
    let project = try project(of: body, client: client)
    let language = body["language_code"]
    guard let template = world.template(name, language: language, for: project) else {
      throw .unknownTemplate
    }
    let outgoing = try Outgoing(template, values, body, upload: upload)
    let sms = try shortMessage(order, of: template, project)
    let number = try reach(recipient, sms)
    let id = accept(outgoing, from: project, to: number)
    guard let sms else { return .success(messageID: id) }
    switch sms.rule {
    case .waiting: shortMessages.wait(sms, of: id)
    case .invalidNumber where !world.numbers.invalid.contains(number): break
    case .invalidNumber, .both:
      // One of the two legs has gone out by now.
      guard sendShortMessage(sms, of: id) else { return Refusal.vendorError.reply(messageID: id) }
    }
    return .success(messageID: id)
  }

  /// A form needs its file.
  func sendTemplateWithMedia(_ body: CallBody, upload: Upload?, client: World.Client) throws(Refusal)
    -> ProviderReply
  {
    guard let upload else { throw .noInput }
    return try sendTemplate(body, upload: upload, client: client)
  }

  /// The number a template goes to, which may be one that only an SMS reaches.
  private func reach(_ recipient: String, _ sms: SMSDraft?) throws(Refusal) -> String {
    guard let number = Customer.number(from: recipient) else { throw .contactInvalid }
    if world.numbers.invalid.contains(number), sms?.rule != .invalidNumber { throw .contactInvalid }
    if world.numbers.unreachable.contains(number) { throw .notValidated }
    return number
  }

  private func shortMessage(
    _ order: SMSOrder?, of template: World.Template, _ project: World.Project
  ) throws(Refusal) -> SMSDraft? {
    guard let order else { return nil }
    let known = world.smsTemplates.first { $0.name == order.template && $0.template == template.name }
    guard project.environment == .production, let known else { throw .unknownSMSTemplate }
    guard order.values.match(Placeholders.numbers(in: known.text)) else { throw .smsParameterCount }
    return SMSDraft(
      template: known.name, text: Placeholders.filled(known.text, with: order.values.texts),
      parts: known.parts, rule: known.rule)
  }
}

/// What a call says of an SMS.
private struct SMSOrder {
  var template: String
  var values: NumberedValues

  /// - Returns: nil if the call asks for none.
  init?(_ body: CallBody) throws(Refusal) {
    guard let channel = body["channel"] else { return nil }
    guard channel.lowercased() == "sms" else { throw .noInput }
    template = try body.required("content")
    values = try body.requiredValues("params_sms")
  }
}
