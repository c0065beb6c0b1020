import StrictYAML

/// What can be wrong with `balas.yaml`, beyond what can be wrong with any YAML file.
package enum ConfigurationRule: String, Rule {
  case callHost = "call-host"
  case clientSecrets = "client-secrets"
  case credentialName = "credential-name"
  case missingCredential = "missing-credential"
  case plainSecret = "plain-secret"
  case openCallback = "open-callback"
  case sameProject = "same-project"
  case unreadable
}
