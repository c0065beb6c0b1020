extension Run {
  /// `template`: a message that may also go to a customer who has not written for a day.
  ///
  /// The provider refuses places that are empty or hold line breaks, so breaks become spaces, and with a place that
  /// comes out empty nothing is sent.
  mutating func send(_ template: TemplateReply, _ terms: SendTerms, at position: SourcePosition?) {
    guard let params = fill(template.params, "`params`", at: position) else { return }
    var sms: MessageTemplate.SMS?
    if let wanted = template.sms {
      guard let params = fill(wanted.params, "the `params` of `sms`", at: position) else { return }
      sms = MessageTemplate.SMS(name: wanted.name, params: params)
    }
    effects.append(.send(.template(MessageTemplate(name: template.name, params: params, sms: sms)), terms))
  }

  private mutating func fill(
    _ params: [LocalizedText], _ name: String, at position: SourcePosition?
  ) -> [String]? {
    var filled: [String] = []
    for (index, param) in params.enumerated() {
      let text = render(param[language], limit: Limits.templateParam, at: position)
        .oneLine
      guard !text.isEmpty else {
        problem("number \(index + 1) of \(name) came out empty, so the template was not sent", at: position)
        return nil
      }
      filled.append(text)
    }
    return filled
  }
}
