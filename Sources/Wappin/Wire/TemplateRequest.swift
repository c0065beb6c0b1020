import Dialogue

/// What `do-send-hsm` and `do-send-hsm-with-media` are given ("Wappin API v1.7, Send Notification" and "… with SMS";
/// language, header, button and media since "v2.1").
///
/// A template with an SMS and a file at once is in no document.
package struct TemplateRequest: Sendable, Hashable {
  package var channel: Channel
  package var recipient: String
  package var template: MessageTemplate

  package init(channel: Channel, recipient: String, template: MessageTemplate) {
    self.channel = channel
    self.recipient = recipient
    self.template = template
  }

  /// The body of `do-send-hsm`.
  package var json: [UInt8] {
    var object = JSONObject()
    for field in identity { object.add(field.name, field.value) }
    if let sms = template.sms {
      object.add("channel", "sms")
      object.add("content", sms.name)
    }
    object.add("params", params)
    if let sms = template.sms { object.add("params_sms", JSONObject(numbering: sms.params)) }
    object.add("language_code", ifPresent: template.languageCode)
    if let text = template.header {
      var header = JSONObject()
      header.add("param", text)
      object.add("header", header)
    }
    if let button { object.add("button", button) }
    return Array(object.text.utf8)
  }

  /// The text fields of `do-send-hsm-with-media`, in the order they are sent; the bytes are in the part
  /// ``MediaFields/filePart``.
  package var form: [(name: String, value: String)] {
    var form = identity
    form.append((name: "params", value: params.text))
    if let code = template.languageCode { form.append((name: "language_code", value: code)) }
    if let button { form.append((name: "button", value: button.text)) }
    return form
  }

  private var identity: [(name: String, value: String)] {
    [
      (name: "client_id", value: channel.clientID), (name: "project_id", value: channel.projectID),
      (name: "type", value: template.name), (name: "recipient_number", value: recipient),
    ]
  }

  private var params: JSONObject { JSONObject(numbering: template.params) }

  /// Nil if nothing is said of buttons.
  private var button: JSONObject? {
    guard let button = template.button, button.url != nil || !button.replyPayloads.isEmpty else { return nil }
    var object = JSONObject()
    object.add("url", ifPresent: button.url)
    if !button.replyPayloads.isEmpty {
      object.add("reply_payload", JSONObject(numbering: button.replyPayloads))
    }
    return object
  }
}
