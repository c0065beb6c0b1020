extension Switchboard {
  /// "Wappin API v1.7, API Send Message (Text)".
  func sendText(_ body: CallBody, client: World.Client) throws(Refusal) -> ProviderReply {
    let text = try body.required("message_content")
    let recipient = try body.required("recipient_number")
    let project = try project(of: body, client: client)
    guard project.environment == .production else { return refuseOutsideProduction() }
    guard let number = Customer.number(from: recipient), !world.numbers.invalid.contains(number) else {
      throw .contactInvalid
    }
    return .success(messageID: accept(Outgoing(text: text), from: project, to: number))
  }

  /// "Wappin API v1.7, API Send Message (Media)": its table has no 601, so a number that is not on WhatsApp is
  /// accepted and the message fails.
  func sendMedia(_ body: CallBody, upload: Upload?, client: World.Client) throws(Refusal) -> ProviderReply {
    let recipient = try body.required("recipient_number")
    let type = try body.required("media_type")
    guard let upload else { throw .noInput }
    let project = try project(of: body, client: client)
    guard project.environment == .production else { return refuseOutsideProduction() }
    guard let kind = MediaKind(rawValue: type), let media = StoredMedia(upload, as: kind) else {
      throw .mediaFailed
    }
    let outgoing = Outgoing(
      // Only pictures and documents have captions.
      text: kind == .audio ? nil : body["caption"], media: media)
    return .success(
      messageID: accept(outgoing, from: project, to: Customer.number(from: recipient) ?? recipient))
  }

  /// "Wappin API v1.7, API Send Message (Text) (UAT)": the refusal has a message's id.
  private func refuseOutsideProduction() -> ProviderReply {
    Refusal.notProduction.reply(messageID: newMessageID())
  }
}

extension StoredMedia {
  /// - Returns: nil if the upload is too large, or its file name is not one of that kind.
  init?(_ upload: Upload, as kind: MediaKind) {
    guard !upload.isTooLarge, kind.extensions.contains(StoredMedia.fileExtension(of: upload.name)) else {
      return nil
    }
    self.init(kind: kind, file: upload.file, name: upload.name, size: upload.size)
  }
}
