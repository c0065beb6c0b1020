import Foundation
import StrictYAML

extension Checkup {
  /// Asks a running daemon, which systemd gave its credentials; without one looks where systemd will take them from.
  func credentials(daemon: AdminClient?) async -> [Finding] {
    if let missing = try? await daemon?.missingCredentials() {
      guard !missing.isEmpty else { return [Finding(.ok, "credentials", "the daemon has them all")] }
      return missing.map {
        Finding(.fail, "credentials", "the daemon misses one: \($0). Give it, and restart the daemon.")
      }
    }
    let own = mistakes(variables)
    guard own.contains(where: \.isMissingCredential) else { return told(own, found: "all there") }
    let place = daemonVariables["CREDENTIALS_DIRECTORY"] ?? ""
    return told(mistakes(daemonVariables), found: "all there, in \(place), from where the unit loads them")
  }

  /// The variables, with the folder that the unit loads credentials from, where nothing gave another one.
  var daemonVariables: [String: String] {
    let folder = URL(filePath: file).absoluteURL.deletingLastPathComponent().appending(path: "credentials")
      .path
    return variables.merging(["CREDENTIALS_DIRECTORY": folder]) { own, _ in own }
  }

  /// What only shows when secrets are looked up.
  private func mistakes(_ variables: [String: String]) -> [Diagnostic] {
    Configuration.read(file: file, credentials: Credentials(variables: variables)).diagnostics
      .filter { $0.severity == .error }
  }

  private func told(_ mistakes: [Diagnostic], found: String) -> [Finding] {
    if mistakes.isEmpty { return [Finding(.ok, "credentials", found)] }
    return mistakes.map { Finding(.fail, "credentials", "\($0.message).") }
  }
}

extension Diagnostic {
  /// Whether a secret is nowhere.
  package var isMissingCredential: Bool { rule == ConfigurationRule.missingCredential.rawValue }
}
