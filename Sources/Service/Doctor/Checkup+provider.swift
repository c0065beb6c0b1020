import Dialogue
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
      let findings = await secrets(configuration) { _ = try await daemon.renewToken(clientID: $0) }
      return [clock] + findings
        + (await projects(configuration, findings) { channel in
          try await daemon.check(Self.nobody, projectID: channel.projectID)
        })
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
    var findings = await secrets(complete) { clientID in
      try await Self.prove(clientID, client)
    }
    findings += await projects(complete, findings) { channel in
      NumberReport(Self.nobody, await client.check(Self.nobody, on: channel))
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

  /// A number of no country: whatever the provider says of it, nobody is bothered.
  private static let nobody = "99900000000"

  /// Whether the provider knows the projects; nothing is said where it cannot be found out.
  private func projects(
    _ configuration: Configuration, _ findings: [Finding],
    _ check: (_ channel: Channel) async throws -> NumberReport
  ) async -> [Finding] {
    var projects: [Finding] = []
    for channel in configuration.projects.map(\.channel) {
      let subject = "project \(channel.projectID)"
      let isRefused = findings.contains { $0.level == .fail && $0.subject == Self.secret(channel.clientID) }
      guard !isRefused, let report = try? await check(channel) else { continue }
      if report.verdict != .unknown {
        projects.append(Finding(.ok, subject, "the provider knows it"))
      } else if report.code == Self.wrongRequest {
        projects.append(
          Finding(
            .fail, subject, "\(report.why ?? "") Look at client_id \(channel.clientID) and this project_id."))
      }
    }
    return projects
  }

  /// "Project ID or Client ID cannot be process."
  private static let wrongRequest = "400"

  private static func secret(_ clientID: String) -> String { "secret of client \(clientID)" }

  private func secrets(
    _ configuration: Configuration, _ ask: (_ clientID: String) async throws -> Void
  ) async -> [Finding] {
    var findings: [Finding] = []
    for clientID in Set(configuration.projects.map(\.channel.clientID)).sorted() {
      let subject = Self.secret(clientID)
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
