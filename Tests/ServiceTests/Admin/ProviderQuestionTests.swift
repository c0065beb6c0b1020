import Dialogue
import Gateway
import Journal
import Testing

@testable import Service

/// What an operator asks the provider by way of the daemon.
@Suite struct ProviderQuestionTests {
  private let folder: TemporaryFolder
  private let journal: Journal
  private let live: LiveConfiguration

  private static let other = Channel(clientID: "0010", projectID: "17")

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal(folder: folder.path + "/data")
    live = LiveConfiguration(
      Configuration(
        listen: Endpoint(host: "127.0.0.1", port: 0), data: folder.path + "/data", admin: "",
        gateway: GatewaySettings(),
        projects: [Samples.channel, Self.other].map { Project(channel: $0, secret: Secret("s"), bot: "bot") })
    )
  }

  private func desk(_ answers: ScriptedAnswers?) -> AdminDesk {
    AdminDesk(
      journal: journal, live: live, tokenStore: JournalTokenStore(journal: journal),
      media: MediaStore(folder: folder.path + "/data/media"),
      running: answers.map { answers in
        AdminDesk.Running(
          startedAt: Samples.now, bots: BotRegistry(), outgoing: WokenContacts(), sending: { [] },
          reload: { ReloadReport() }, missingCredentials: { [] },
          renewToken: { _ in throw AdminRefusal(.failed, "no provider") }, provider: answers)
      }, now: { Samples.now })
  }

  /// A message that the provider took under `messageID`.
  private func sent(
    _ messageID: String?, to number: String = "628989229471", on channel: Channel = Samples.channel
  )
    async throws -> Int64
  {
    let message = NewMessage(content: .text("halo"), lane: .agent, expiresAt: Samples.now + .seconds(900))
    let id = try await journal.enqueue(
      message, channel: channel, number: number, origin: "agent/\(messageID ?? number)", now: Samples.now
    ).outboxID
    guard let messageID else { return id }
    try await journal.begin([id], now: Samples.now)
    try await journal.move([
      OutboxMove(
        id: id, attempt: .init(outcome: "accepted", code: "200", endedAt: Samples.now), state: .sent,
        dueAt: Samples.now, messageID: messageID, now: Samples.now)
    ])
    return id
  }

  private func sentence(_ work: () async throws -> some Encodable) async -> String {
    do { return "\(try await work())" } catch { return "\(error)" }
  }

  private static let news = [
    Inquiry.News(status: .sent, at: Samples.now), Inquiry.News(status: .read, at: nil),
  ]

  @Test("a message is asked for by the provider's id or the outbox's, on the channel it went out on")
  func ids() async throws {
    let answers = ScriptedAnswers(inquiries: ["5d31a231ab0ea": .known(Self.news), "77": .known([])])
    let desk = desk(answers)
    let id = try await sent("5d31a231ab0ea", on: Self.other)
    for name in ["5d31a231ab0ea", "\(id)"] {
      let report = try await desk.inquire(name, projectID: nil)
      #expect(report.isKnown && report.news == Self.news && report.detail == nil)
      #expect(report.message?.id == id)
      #expect(report.messageID == "5d31a231ab0ea")
      #expect(report.channel == "0010/17")
    }
    // An id of the provider that is all digits, and is no id of the outbox.
    let foreign = try await desk.inquire("77", projectID: "16")
    #expect(foreign.isKnown && foreign.news.isEmpty && foreign.message == nil)
    #expect(answers.questions == ["0010/17 5d31a231ab0ea", "0010/17 5d31a231ab0ea", "0009/16 77"])
  }

  @Test("the provider's id comes before the outbox's where both are the same digits")
  func digits() async throws {
    let answers = ScriptedAnswers(inquiries: ["1": .known([])])
    let first = try await sent("other")
    let second = try await sent("\(first)")
    #expect(try await desk(answers).inquire("\(first)", projectID: nil).message?.id == second)
  }

  @Test("what the provider does not know is told; what it cannot be asked is refused")
  func unknown() async throws {
    let result = SendResult(
      .rejected, code: "404", detail: "The inquiry was answered 404: nothing is known.",
      words: "Data not Found")
    let desk = desk(ScriptedAnswers(inquiries: ["a": .notFound(result)]))
    let report = try await desk.inquire("a", projectID: "16")
    #expect(!report.isKnown)
    #expect(report.detail == "The inquiry was answered 404: nothing is known. It said: Data not Found")
    #expect(await sentence { try await desk.inquire("b", projectID: "16") } == "No answer was given.")
    let queued = try await sent(nil)
    #expect(
      await sentence { try await desk.inquire("\(queued)", projectID: nil) }
        == "The provider gave message \(queued) no id: it is queued. `balas outbox show \(queued)` tells more."
    )
    #expect(
      await sentence { try await desk.inquire("b", projectID: nil) }
        == "Several projects are configured; name one with --project: 16, 17.")
    for id in ["", "a b", "a\u{1B}[2J", "é", String(repeating: "a", count: 201)] {
      let refusal = await sentence { try await desk.inquire(id, projectID: "16") }
      #expect(refusal.hasSuffix("is no id of a message; write it like 5d31a231ab0ea."))
      #expect(!refusal.contains("\u{1B}"))
    }
  }

  @Test("a number is asked for in the form used everywhere")
  func numbers() async throws {
    let refused = SendResult(
      .unreachable, code: "601", detail: "Answered 601.", words: "Phone Number Invalid")
    let asked = SendResult(.throttled, code: "429", detail: "Answered 429.", retryAfter: .seconds(7))
    let answers = ScriptedAnswers(checks: [
      "628989229471": .valid, "628989229472": .invalid(refused), "628989229473": .failed(asked),
    ])
    let desk = desk(answers)
    let valid = try await desk.check("0898-9229-471", projectID: "17")
    #expect(valid.verdict == .valid && valid.number == "628989229471" && valid.why == nil)
    let invalid = try await desk.check("+62 898 9229 472", projectID: "16")
    #expect(invalid.verdict == .invalid && invalid.code == "601" && invalid.outcome == nil)
    #expect(invalid.why == "Answered 601. It said: Phone Number Invalid")
    let unknown = try await desk.check("08989229473", projectID: "16")
    #expect(unknown.verdict == .unknown && unknown.outcome == .throttled && unknown.retryAfterSeconds == 7)
    #expect(answers.questions == ["0010/17 628989229471", "0009/16 628989229472", "0009/16 628989229473"])
    #expect(
      await sentence { try await desk.check("12\u{1B}[2J", projectID: "16") }
        == "`12\\u{1b}[2J` is no phone number; write it like 628123456789 or 08123456789.")
  }

  @Test("without a daemon nobody can ask")
  func offline() async throws {
    let desk = desk(nil)
    #expect(
      await sentence { try await desk.inquire("a", projectID: "16") }
        == "No daemon runs, and `balas inquiry` needs one; start it first.")
    #expect(
      await sentence { try await desk.check("08989229471", projectID: "16") }
        == "No daemon runs, and `balas number` needs one; start it first.")
  }
}
