import HTTPTypes
import Outcall

/// Decides by a request's head alone whether its caller is believed to be the provider.
package struct CallbackDoor: Sendable {
  package enum Refusal: Int, Sendable, Equatable {
    case bearer = 401
    case address = 403
    case path = 404
    case method = 405
  }

  private let path: SecretDigest
  private let bearers: [SecretDigest]
  private let takesProviderToken: Bool
  private let asksForBearer: Bool
  private let allow: [IPNetwork]
  private let proxies: [IPNetwork]
  private let providerTokens: @Sendable () -> [SecretDigest]

  /// - Parameter providerTokens: our current and previous access tokens.
  package init(_ rules: CallbackRules, providerTokens: @escaping @Sendable () -> [SecretDigest]) {
    path = SecretDigest(rules.path.value)
    bearers = rules.bearer.compactMap { bearer in
      if case .secret(let secret) = bearer { SecretDigest(secret.value) } else { nil }
    }
    takesProviderToken = rules.bearer.contains(.providerToken)
    asksForBearer = !rules.bearer.isEmpty
    allow = rules.allow
    proxies = rules.proxies
    self.providerTokens = providerTokens
  }

  /// Why a request is refused; nil if it may be read.
  ///
  /// - Parameters:
  ///   - path: without the query.
  ///   - peer: the other end of the connection; nil if it has no IP address.
  package func refusal(
    method: HTTPRequest.Method, path: String, headers: HTTPFields, peer: IPAddress?
  ) -> Refusal? {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? path.dropLast() : path[...]
    guard SecretDigest(trimmed) == self.path else { return .path }
    guard method == .post else { return .method }
    if !allow.isEmpty {
      guard let caller = caller(peer, headers), allow.contains(where: { $0.contains(caller) }) else {
        return .address
      }
    }
    guard asksForBearer else { return nil }
    guard let token = Self.bearer(headers[.authorization]) else { return .bearer }
    let known = bearers + (takesProviderToken ? providerTokens() : [])
    return SecretDigest(token).isAny(of: known) ? nil : .bearer
  }

  /// The address that called first, as far as our own proxies vouch for it.
  private func caller(_ peer: IPAddress?, _ headers: HTTPFields) -> IPAddress? {
    guard let peer, proxies.contains(where: { $0.contains(peer) }) else { return peer }
    let name = HTTPField.Name("X-Forwarded-For")
    let hops = name.map { headers[values: $0] }?.joined(separator: ",").split(separator: ",") ?? []
    for hop in hops.reversed() {
      guard let address = IPAddress(hop.trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace })
      else { return nil }
      if !proxies.contains(where: { $0.contains(address) }) { return address }
    }
    return peer
  }

  private static func bearer(_ field: String?) -> Substring? {
    guard let field else { return nil }
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return parts[1].trimmingPrefix(while: { $0 == " " })
  }
}
