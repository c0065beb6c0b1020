/// The provider's calls, by the last step of their path.
enum ProviderCall: String, Sendable, Hashable, CaseIterable {
  case token
  case text = "do-send"
  case media = "do-send-media"
  case template = "do-send-hsm"
  case templateWithMedia = "do-send-hsm-with-media"
  case inquiry
  case numberChecker = "number-checker"

  /// - Returns: nil for a path that is no call.
  init?(path: String) {
    let path = path.split(separator: "/").joined(separator: "/")
    guard let call = Self.allCases.first(where: { $0.path == path }) else { return nil }
    self = call
  }

  /// Without a slash at either end.
  var path: String {
    switch self {
    case .token: "v1/token/get"
    case .numberChecker: "v1/phone/number-checker"
    case .text, .media, .template, .templateWithMedia, .inquiry: "v1/message/\(rawValue)"
    }
  }

  /// What its body is, whatever its type says.
  var body: BodyKind {
    switch self {
    case .token: .any
    case .media, .templateWithMedia: .form
    case .text, .template, .inquiry, .numberChecker: .json
    }
  }

  enum BodyKind: Sendable {
    /// Bodies differ from client to client and say nothing.
    case any
    /// With a file.
    case form
    case json
  }
}

extension Switchboard {
  /// Answers a call of a client that proved who it is.
  ///
  /// - Parameter upload: the file that came with a form.
  func answer(_ call: ProviderCall, _ body: CallBody, upload: Upload?, client: World.Client) throws(Refusal)
    -> ProviderReply
  {
    switch call {
    case .token: tokens.issue(to: client, at: time.now())
    case .text: try sendText(body, client: client)
    case .media: try sendMedia(body, upload: upload, client: client)
    case .template: try sendTemplate(body, client: client)
    case .templateWithMedia: try sendTemplateWithMedia(body, upload: upload, client: client)
    case .inquiry: try inquire(body, client: client)
    case .numberChecker: try checkNumber(body, client: client)
    }
  }
}
