import Foundation
import Gateway
import Journal
import Logging
import Wappin

extension Checkup {
  /// Whether the provider is there, and takes the secrets.
  ///
  /// - Parameter daemon: the one that runs; nil if none does.
  func provider(_ configuration: Configuration, daemon: AdminClient?) async -> [Finding] {
    let clock = await ProviderClock.finding(baseURL: configuration.gateway.baseURL)
    guard clock.subject != ProviderClock.unreachable else { return [clock] }
    if let daemon {
      return [clock]
        + (await secrets(configuration) { _ = try await daemon.renewToken(clientID: $0) })
    }
    let reading = Configuration.read(file: file, credentials: Credentials(variables: daemonVariables))
    guard let complete = reading.configuration else { return [clock] }
    // A token that the provider tells once only must not get lost.
    let hasJournal = FileManager.default.fileExists(atPath: configuration.data + "/journal.sqlite3")
    let journal = hasJournal ? try? Journal(folder: configuration.data, keepsStopMark: true) : nil
    let logger = Logger(label: "doctor") { _ in SwiftLogNoOpLogHandler() }
    let client: WappinClient
    do {
      let store: any TokenStore = journal.map { JournalTokenStore(journal: $0) } ?? ForgottenTokens()
      client = try WappinClient(settings: complete.wappin, store: store, logger: logger)
    } catch {
      return [clock, Finding(.fail, "provider", "\(error)")]
    }
    let findings = await secrets(complete) { clientID in
      try await Self.prove(clientID, client)
    }
    // What is looked at again after this says so if it is broken.
    try? await client.shutdown()
    try? await journal?.close()
    return [clock] + findings
  }

  private static func prove(_ clientID: String, _ client: WappinClient) async throws(TokenFailure) {
    do { _ = try await client.renew(clientID: clientID) } catch {
      // The provider knows a living token and does not repeat it: it took the secret.
      guard error.code == TokenFailure.untold else { throw error }
    }
  }

  private func secrets(
    _ configuration: Configuration, _ ask: (_ clientID: String) async throws -> Void
  ) async -> [Finding] {
    var findings: [Finding] = []
    for clientID in Set(configuration.projects.map(\.channel.clientID)).sorted() {
      let subject = "secret of client \(clientID)"
      do {
        try await ask(clientID)
        findings.append(Finding(.ok, subject, "the provider takes it"))
      } catch {
        findings.append(Finding(.fail, subject, "\(error)"))
      }
    }
    return findings
  }
}

/// For a look at the provider before there is a journal.
private struct ForgottenTokens: TokenStore {
  func token(clientID: String) async -> AccessToken? { nil }
  func save(_ token: AccessToken, clientID: String) async {}
}
