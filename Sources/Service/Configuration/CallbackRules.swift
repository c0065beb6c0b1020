import Outcall

/// What a caller must show to be believed to be the provider; every rule that is set must be met.
package struct CallbackRules: Sendable, Equatable {
  package enum Bearer: Sendable, Equatable {
    case secret(Secret)
    /// Our own current or previous access token at the provider.
    case providerToken
  }

  /// Begins with a slash; may hold a secret.
  package var path: Secret
  /// Whether ``path`` holds a secret.
  package var hasPathSecret: Bool
  /// Any of these; empty if none is asked for.
  package var bearer: [Bearer]
  /// Addresses that may call; empty if all may.
  package var allow: [IPNetwork]
  /// Whose `X-Forwarded-For` is believed.
  package var proxies: [IPNetwork]

  package init(
    path: Secret = Secret("/callback"), hasPathSecret: Bool = false, bearer: [Bearer] = [],
    allow: [IPNetwork] = [], proxies: [IPNetwork] = []
  ) {
    self.path = path
    self.hasPathSecret = hasPathSecret
    self.bearer = bearer
    self.allow = allow
    self.proxies = proxies
  }

  /// Whether anybody who reaches the port is believed.
  package var isOpen: Bool { !hasPathSecret && bearer.isEmpty && allow.isEmpty }
}
