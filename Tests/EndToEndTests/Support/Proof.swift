import Foundation
import Ledger
import Synchronization
import Testing

/// A daemon under load, with books of what it was given and what it sent.
struct Proof {
  let premises: Premises
  let load: LineFile<LoadLine>
  let provider: LineFile<ProviderLine>
  private let isOver: Flag

  private final class Flag: Sendable {
    let isSet = Mutex(false)
  }

  /// Runs `body` while customers write, then lets the daemon come to rest and checks the books.
  ///
  /// - Parameters:
  ///   - contacts: how many customers write.
  ///   - plan: changes what else they do; they write until `body` returns unless it says so.
  ///   - bot: the bot's file; nil for one that answers everything.
  ///   - fate: of the message that reaches the provider after so many others.
  ///   - text: what the customers write.
  ///   - body: starts, ends and starts daemons; returns the one that runs at the end.
  static func run(
    contacts: Int = 6, fate: @escaping @Sendable (Int) -> ProviderStandIn.Fate = { _ in .accept },
    text: @escaping @Sendable (String) -> String = { "tanya \($0)" },
    plan change: @Sendable (inout LoadGenerator.Plan) -> Void = { _ in }, bot: String? = nil,
    _ body: @Sendable (Proof) async throws -> DaemonProcess
  ) async throws -> LedgerReport {
    let proof = Proof(
      premises: try Premises(), load: try LineFile(), provider: try LineFile(), isOver: Flag())
    return try await ProviderStandIn.serving(
      ledger: proof.provider, statuses: StatusCallbacks(proof.premises.address), fate: fate
    ) { standIn in
      try proof.premises.configure(provider: standIn.baseURL)
      var plan = LoadGenerator.Plan(proof.premises.address)
      plan.contacts = contacts
      plan.text = text
      plan.goesOn = { _ in !proof.isOver.isSet.withLock { $0 } }
      change(&plan)
      if let bot { try proof.premises.write(bot: bot) }
      let generator = LoadGenerator(plan, ledger: proof.load)
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await generator.run() }
        defer { group.cancelAll() }
        let daemon = try await body(proof)
        proof.isOver.isSet.withLock { $0 = true }
        try await group.waitForAll()
        return try await proof.close(daemon)
      }
    }
  }

  private func close(_ daemon: DaemonProcess) async throws -> LedgerReport {
    do {
      try await premises.monitor.waitUntilIdle()
    } catch {
      Issue.record("\(error)\n\(premises.logText)")
    }
    daemon.send(SIGTERM)
    let status = await daemon.end()
    #expect(status == 0, "\(premises.logText)")
    let journal = try JournalRecord(path: premises.journal)
    let report = LedgerCheck(load: load.lines, provider: provider.lines, journal: journal).report()
    #expect(report.violations.isEmpty, "\(report)\n\(premises.logText)")
    return report
  }

  /// Returns when `condition` is met.
  func wait(for condition: String, _ isMet: () -> Bool) async throws {
    try await premises.wait(for: condition, isMet)
  }

  /// Returns when so many more things happened at the daemon's doors.
  func wait(forMore count: Int) async throws {
    let start = load.lines.count + provider.lines.count
    try await wait(for: "\(count) more messages") { load.lines.count + provider.lines.count >= start + count }
  }
}
