import Wappin

extension Configuration {
  /// How the provider is reached.
  var wappin: WappinSettings {
    WappinSettings(
      baseURL: gateway.baseURL,
      secrets: Dictionary(
        projects.map { ($0.channel.clientID, $0.secret.value) }, uniquingKeysWith: { first, _ in first }))
  }
}
