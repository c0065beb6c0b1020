import Outcall

extension Credentials {
  /// What a scenario's `{secret.name}` means; nil if there is no such credential.
  package func scenarioSecret(_ name: String) -> String? {
    let credential = SecretName.credential(for: name)
    guard Self.isName(credential), case .found(let secret) = secret(named: credential) else { return nil }
    return secret.value
  }
}
