import Dialogue
import Foundation
import Journal
import Testing

@testable import Service

/// What an operator may ask of broadcasts.
@Suite struct BroadcastDeskTests {
  private let folder: TemporaryFolder
  private let journal: Journal
  private let desk: AdminDesk

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal(folder: folder.path + "/data")
    let configuration = Configuration(
      listen: Endpoint(host: "127.0.0.1", port: 0), data: folder.path + "/data", admin: "",
      gateway: GatewaySettings(),
      projects: [Project(channel: Samples.channel, secret: Secret("s"), bot: "bot")])
    desk = AdminDesk(
      journal: journal, live: LiveConfiguration(configuration),
      tokenStore: JournalTokenStore(journal: journal), media: MediaStore(folder: folder.path + "/media"),
      running: AdminDesk.Running(
        startedAt: Samples.now, bots: BotRegistry(), outgoing: WokenContacts(), sending: { [] },
        reload: { ReloadReport() }, missingCredentials: { [] },
        renewToken: { _ in throw AdminRefusal(.failed, "no provider") }, provider: ScriptedAnswers()),
      now: { Samples.now })
  }

  private func order(_ rows: [String], _ change: (inout BroadcastOrder) -> Void = { _ in }) -> BroadcastOrder
  {
    var order = BroadcastOrder(
      template: "promo", file: "people.csv", csv: Data("nama,hp\n\(rows.joined(separator: "\n"))\n".utf8))
    order.map = "1=nama"
    change(&order)
    return order
  }

  private func sentence(_ order: BroadcastOrder) async -> String {
    do {
      return "begun: \(try await desk.startBroadcast(order).id)"
    } catch {
      return "\(error)"
    }
  }

  private func optOut(_ number: String) async throws {
    let message = IncomingMessage(
      channel: Samples.channel, messageID: "m", number: number, text: "stop", providerAt: nil,
      receivedAt: Samples.now)
    guard case .new(let contactID, let inboxID) = try await journal.accept(message) else { return }
    var turn = TurnRecord(
      contactID: contactID, channel: Samples.channel, number: number, inboxID: inboxID, disposition: .done,
      bot: "v1", conversation: Conversation(), contactVars: [:], reason: Reason(winner: .scenario("stop")),
      messages: [], now: Samples.now)
    turn.optsOut = true
    try await journal.commit([turn])
  }

  @Test("a mended file goes to the mended rows alone; the others got the same by the broadcast before it")
  func mended() async throws {
    let good = ["Ani,081234560001", "Budi,081234560002"]
    #expect(await sentence(order(good + ["Citra,x"]) { $0.skipsBadRows = true }) == "begun: 1")
    let mended = order(good + ["Citra,081234560003"])
    let report = try await desk.planBroadcast(mended)
    #expect(report.toSend == 1 && report.samples.map(\.number) == ["6281234560003"])
    #expect(report.skipped == ["the same by broadcast 1 within 24 hours": 2])
    let others = order(["Ani Sari,081234560001"])
    #expect(try await desk.planBroadcast(others).toSend == 1, "another text is another message")
    #expect(
      try await desk.planBroadcast(order(good + ["Citra,081234560003"]) { $0.again = true }).toSend == 3)
    _ = try await desk.decide(.cancel, broadcast: 1)
    #expect(try await desk.planBroadcast(mended).toSend == 3, "nothing of it was sent")
  }

  @Test("a dry run counts, shows the first messages and how long it takes, and stores nothing")
  func dryRun() async throws {
    try await optOut("6281234560001")
    let rows = (0..<100).map { "Ani \($0),0812345600\($0 < 10 ? "0" : "")\($0)" }
    let report = try await desk.planBroadcast(order(rows + ["Ani,081234560000", "Budi,x"]))
    #expect(report.rows == 102)
    #expect(report.toSend == 99)
    #expect(report.skipped == ["opted out": 1, "repeated": 1])
    #expect(report.mistakeCount == 1)
    #expect(
      report.mistakes == [
        "people.csv:103 column `hp`: `x` is no phone number; write it like 628123456789 or 08123456789."
      ])
    #expect(report.samples.map(\.number) == ["6281234560000", "6281234560002", "6281234560003"])
    #expect(report.samples[0].template == MessageTemplate(name: "promo", params: ["Ani 0"]))
    #expect(report.rate == 10)
    #expect(report.seconds == 10)
    #expect(try await journal.broadcasts(limit: 9).isEmpty)
    // The channel lets 20 a second through, and a quarter is not for broadcasts.
    #expect(try await desk.planBroadcast(order(rows) { $0.rate = "100/s" }).rate == 15)
  }

  @Test("a row that cannot be used is named and nothing is stored, unless the others are wanted")
  func badRows() async throws {
    let rows = ["Ani,08123456789", "Budi,x"]
    #expect(
      await sentence(order(rows))
        == "1 of 2 rows cannot be used, so nothing is sent: mend them, or send the others with --skip-bad.\n"
        + "people.csv:3 column `hp`: `x` is no phone number; write it like 628123456789 or 08123456789.")
    #expect(try await journal.broadcasts(limit: 9).isEmpty)
    let item = try await desk.startBroadcast(order(rows) { $0.skipsBadRows = true })
    #expect(item.state == .planned)
    #expect(item.tally.states == ["waiting": 1, "skipped": 1])
    let ends = try await desk.broadcastEnds(item.id, after: 2, limit: 9)
    #expect(ends.map(\.number) == ["x"])
    #expect(
      ends[0].reason
        == "broken: column `hp`: `x` is no phone number; write it like 628123456789 or 08123456789.")
  }

  @Test("the same file and template again is refused, unless it is meant")
  func again() async throws {
    #expect(await sentence(order(["Ani,08123456789"])) == "begun: 1")
    #expect(
      await sentence(order(["Ani,08123456789"])).hasSuffix(
        "already, as broadcast 1, so nothing is sent: look at it with `balas broadcast show 1`, or send it once more with --again."
      ))
    #expect(await sentence(order(["Ani,08123456789"]) { $0.again = true }) == "begun: 2")
    #expect(await sentence(order(["Ani,08123456788"])) == "begun: 3")
  }

  @Test("what cannot be is told in a sentence")
  func refusals() async throws {
    let rows = ["Ani,08123456789"]
    #expect(
      await sentence(order(rows) { $0.rate = "fast" })
        == "--rate: `fast` is no rate; write it like 10/s or 300/m.")
    #expect(
      await sentence(order(rows) { $0.at = "2001-01-01 09:00" })
        == "--at: 2001-01-01 09:00 is over; leave it out to begin now.")
    #expect(
      await sentence(
        order(rows) {
          $0.at = "2099-01-02 09:00"
          $0.until = "2099-01-02 08:00"
        }) == "--until: 2099-01-02 08:00 is before its start.")
    #expect(
      await sentence(
        order((0..<100).map { "A,08123456\($0 + 100)" }) { $0.rate = "1/h" }
      ).hasPrefix("At "))
    try await optOut("628123456789")
    #expect(await sentence(order(rows)) == "people.csv has no row that would be sent to: opted out.")
    #expect(
      await sentence(order(rows) { $0.projectID = "99" }) == "No project 99 is configured; there is 16.")
  }

  @Test("pause, resume and cancel tell how it stands, or why there is nothing to do")
  func decisions() async throws {
    let id = try await desk.startBroadcast(order(["Ani,08123456789"])).id
    #expect(try await desk.status().broadcasts.map(\.id) == [id])
    #expect(try await desk.decide(.pause, broadcast: id).state == .paused)
    await #expect(throws: AdminRefusal.self) { try await desk.decide(.pause, broadcast: id) }
    #expect(try await desk.decide(.resume, broadcast: id).state == .planned)
    let cancelled = try await desk.decide(.cancel, broadcast: id)
    #expect(cancelled.state == .cancelled)
    #expect(cancelled.isOver)
    #expect(cancelled.tally.states == ["cancelled": 1])
    #expect(try await desk.status().broadcasts.isEmpty)
    await #expect(throws: AdminRefusal.self) { try await desk.decide(.resume, broadcast: id) }
    await #expect(throws: AdminRefusal.self) { try await desk.broadcast(99) }
  }
}
