extension Outgoing {
  /// A template with its values filled in.
  ///
  /// - Throws: `400 Message param count do not match` if the values do not fit text, header and buttons;
  ///   `605 Upload Media Failed` if the file is not what the header takes.
  init(
    _ template: World.Template, _ values: NumberedValues, _ body: CallBody, upload: Upload?
  ) throws(Refusal) {
    guard values.match(Placeholders.numbers(in: template.text)) else { throw .parameterCount }
    text = Placeholders.filled(template.text, with: values.texts)
    self.template = TemplateMessage(
      name: template.name, language: body["language_code"] ?? template.language,
      header: try Self.header(template, body.fields("header")["param"]?.text),
      buttons: try Self.buttons(template, body.fields("button")))
    media = try Self.media(template, upload)
  }

  private static func header(_ template: World.Template, _ value: String?) throws(Refusal) -> String? {
    guard case .text(let text) = template.header else {
      guard value == nil else { throw .parameterCount }
      return nil
    }
    return try filled(text, value)
  }

  private static func buttons(
    _ template: World.Template, _ given: [String: LenientValue]
  ) throws(Refusal) -> [TemplateMessage.Button] {
    let payloads = NumberedValues(given["reply_payload"]?.unfolded ?? .null)?.texts ?? [:]
    var replies = 0
    var hasAddress = false
    var buttons: [TemplateMessage.Button] = []
    for button in template.buttons {
      switch button {
      case .url(let label, let url):
        hasAddress = true
        buttons.append(.init(label: label, url: try filled(url, given["url"]?.text)))
      case .reply(let label):
        replies += 1
        buttons.append(.init(label: label, payload: payloads[replies]))
      }
    }
    let isTooMuch = payloads.keys.contains { $0 > replies } || (!hasAddress && given["url"]?.text != nil)
    guard !isTooMuch else { throw .parameterCount }
    return buttons
  }

  /// A text with one value at most.
  private static func filled(_ text: String, _ value: String?) throws(Refusal) -> String {
    guard Placeholders.numbers(in: text).isEmpty == (value == nil) else { throw .parameterCount }
    return Placeholders.filled(text, with: value.map { [1: $0] } ?? [:])
  }

  private static func media(_ template: World.Template, _ upload: Upload?) throws(Refusal) -> StoredMedia? {
    guard case .media(let kind) = template.header else {
      if upload != nil { throw .mediaFailed }
      return nil
    }
    guard let upload else { throw .parameterCount }
    guard let media = StoredMedia(upload, as: kind) else { throw .mediaFailed }
    return media
  }
}
