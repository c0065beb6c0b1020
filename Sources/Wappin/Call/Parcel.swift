import Dialogue
import Gateway

/// A message as the provider takes it: which call, and with what body.
struct Parcel: Sendable {
  var call: ProviderCall
  var body: ProviderConnection.Body

  /// - Throws: why the message cannot be sent like this, as the end of the send.
  init(_ message: OutboundMessage) throws(Unsendable) {
    switch message.content {
    case .text(let text):
      call = .text
      body = .json(
        TextRequest(
          clientID: message.channel.clientID, projectID: message.channel.projectID, messageContent: text,
          recipientNumber: message.recipient
        ).json)
    case .media(let media):
      call = .media
      let fields = MediaFields(
        clientID: message.channel.clientID, projectID: message.channel.projectID,
        recipientNumber: message.recipient, mediaType: media.kind.rawValue,
        caption: media.kind == .audio ? nil : media.caption)
      body = try Self.form(fields.form, media, at: message.mediaPath)
    case .template(let template):
      let request = TemplateRequest(
        channel: message.channel, recipient: message.recipient, template: template)
      if let media = template.media {
        if let reason = template.contradiction { throw Unsendable(.permanent, "template", reason) }
        call = .templateWithMedia
        body = try Self.form(request.form, media, at: message.mediaPath)
      } else {
        call = template.sms == nil ? .template : .templateWithSMS
        body = .json(request.json)
      }
    }
  }

  private static func form(
    _ fields: [(name: String, value: String)], _ media: Content.Media, at path: String?
  ) throws(Unsendable) -> ProviderConnection.Body {
    do {
      guard let path else { throw UnreadableFile(reason: "Its place is not known.") }
      return .form(
        MultipartForm(
          fields: fields, filePart: MediaFields.filePart, fileName: media.fileName,
          contentType: ContentType.of(fileName: media.fileName), file: try ChunkedFile(path: path)))
    } catch {
      throw Unsendable(.rejected, NetworkTrouble.file, "\(error)")
    }
  }
}

/// Why a message was not even tried, as the end of its send.
struct Unsendable: Error, Sendable {
  var result: SendResult

  init(_ outcome: SendOutcome, _ code: String, _ detail: String) {
    result = SendResult(outcome, code: code, detail: detail)
  }
}
