import Dialogue
import Foundation
import Journal
import ScenarioFile
import Testing

@testable import Service

/// A journal whose messages were answered by a bot of files, and the desk that looks back at them.
struct ReviewBench: Sendable {
  static let customer = "628989229471"
  static let channel = Channel(clientID: "0009", projectID: "16")

  let folder: TemporaryFolder
  let journal: Journal
  let desk: AdminDesk

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal(folder: folder.path + "/data")
    let configuration = Configuration(
      listen: Endpoint(host: "127.0.0.1", port: 0), data: folder.path + "/data", admin: "",
      gateway: GatewaySettings(),
      projects: [Project(channel: Self.channel, secret: Secret("s"), bot: folder.path + "/bot")])
    desk = AdminDesk(
      journal: journal, live: LiveConfiguration(configuration),
      tokenStore: JournalTokenStore(journal: journal),
      media: MediaStore(folder: folder.path + "/data/media"), running: nil, now: { Samples.now })
  }

  /// Writes `bot.yaml`, and has it accepted as a start or a reload does.
  @discardableResult
  func accept(_ file: String) async throws -> Bot {
    try folder.write("bot/bot.yaml", file)
    let compilation = Compilation.folder(folder.path + "/bot")
    let bot = try #require(compilation.bot, "\(compilation.diagnostics)")
    let now = Samples.now
    try await BotVersions(
      journal: journal, media: MediaStore(folder: folder.path + "/data/media"), now: { now }
    ).accept(compilation, for: Self.channel)
    return bot
  }

  /// The customer writes `text`, and `bot` answers.
  @discardableResult
  func hear(
    _ text: String?, id: String = UUID().uuidString, from number: String = customer,
    at time: Timestamp = Samples.now, _ bot: Bot
  ) async throws -> Int64 {
    let accepted = try await journal.accept(
      IncomingMessage(
        channel: Self.channel, messageID: id, number: number, text: text, providerAt: time, receivedAt: time))
    guard case .new(let contactID, let inboxID) = accepted else { return 0 }
    for work in try await journal.work(for: [contactID], unreadable: { Issue.record("\($0)") }) {
      try await journal.commit(TurnRunner(now: time).run(work, bot: bot).records)
    }
    return inboxID
  }
}
