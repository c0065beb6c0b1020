/// The provider's calls, beside the one for a token.
enum ProviderCall: String, Sendable, Hashable, CaseIterable {
  case text = "v1/message/do-send"
  case media = "v1/message/do-send-media"
  case template = "v1/message/do-send-hsm"
  case templateWithMedia = "v1/message/do-send-hsm-with-media"
  case inquiry = "v1/message/inquiry"
  case numberChecker = "v1/phone/number-checker"

  /// Whether its body is a form with a file; otherwise it is JSON, whatever its type says.
  var isForm: Bool { self == .media || self == .templateWithMedia }
}

extension Switchboard {
  /// - Parameter upload: the file that came with a form.
  func answer(_ call: ProviderCall, _ body: CallBody, upload: Upload?, client: World.Client) throws(Refusal)
    -> ProviderReply
  {
    switch call {
    case .text: try sendText(body, client: client)
    case .media: try sendMedia(body, upload: upload, client: client)
    case .template: try sendTemplate(body, client: client)
    case .templateWithMedia: try sendTemplateWithMedia(body, upload: upload, client: client)
    case .inquiry: try inquire(body, client: client)
    case .numberChecker: try checkNumber(body, client: client)
    }
  }
}
