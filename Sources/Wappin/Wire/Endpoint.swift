/// The provider's calls, each a `POST` to this path below the base URL.
package enum Endpoint: String, Sendable, Hashable, CaseIterable {
  case token = "/v1/token/get"
  case sendText = "/v1/message/do-send"
  case sendMedia = "/v1/message/do-send-media"
}
