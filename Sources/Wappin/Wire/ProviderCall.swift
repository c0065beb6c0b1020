/// The provider's calls as its document tells them apart: each has a table of codes of its own.
package enum ProviderCall: String, Sendable, Hashable, CaseIterable {
  case token, text, media, template
  case templateWithSMS = "template with SMS"
  case templateWithMedia = "template with media"
  case inquiry
  case numberCheck = "number check"

  package var endpoint: Endpoint {
    switch self {
    case .token: .token
    case .text: .sendText
    case .media: .sendMedia
    case .template, .templateWithSMS: .sendTemplate
    case .templateWithMedia: .sendTemplateWithMedia
    case .inquiry: .inquiry
    case .numberCheck: .numberChecker
    }
  }

  /// As a sentence about its answer begins.
  var subject: String {
    switch self {
    case .token: "The token call"
    case .text, .media, .template, .templateWithSMS, .templateWithMedia: "The send"
    case .inquiry: "The inquiry"
    case .numberCheck: "The number check"
    }
  }
}
