/// Where the provider takes calls, each a `POST` to this path below the base URL.
package enum Endpoint: String, Sendable, Hashable, CaseIterable {
  case token = "/v1/token/get"
  case sendText = "/v1/message/do-send"
  case sendMedia = "/v1/message/do-send-media"
  case sendTemplate = "/v1/message/do-send-hsm"
  case sendTemplateWithMedia = "/v1/message/do-send-hsm-with-media"
  case inquiry = "/v1/message/inquiry"
  case numberChecker = "/v1/phone/number-checker"
}
