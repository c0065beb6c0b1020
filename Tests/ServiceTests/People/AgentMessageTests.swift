import Dialogue
import Journal
import Testing

@testable import Service

@Suite("what a person says to a customer", .timeLimit(.minutes(1)))
struct AgentMessageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func sentence(_ work: () async throws -> some Any) async -> String {
    do {
      return "done: \(try await work())"
    } catch {
      return "\(error)"
    }
  }

  @Test("a person's message goes the way of the bot's, and the bot hears of it")
  func said() async throws {
    try await PeopleBench.run(in: folder) { bench in
      try await bench.hear("cs")
      let reply = try await bench.say("Saya Dewi.", key: "1")
      #expect(!reply.wasSaidBefore && reply.message.origin == "agent/1/1")
      #expect(await bench.received(2) == ["Sebentar ya.", "Saya Dewi."])
      try await bench.settle()
      let session = try await bench.admin.session("08989229471", projectID: nil, entries: 20)
      #expect(session.session.panel?.isAnswered == true)
      #expect(session.session.lastAgentAt == bench.time.now.wall)
      // The time of the nudge passes, the idle time counts from the person's message.
      bench.time.advance(by: .seconds(7199))
      #expect(session.timers.keys.sorted() == ["panel"])
      #expect(session.timers["panel"] == .start + .seconds(7200))
      bench.time.advance(by: .seconds(1))
      #expect(await bench.receivedInTime(4).dropFirst(2) == ["Terima kasih.", "Puas?"])
    }
  }

  @Test("while no person writes, the customer is told that one will come")
  func unanswered() async throws {
    try await PeopleBench.run(in: folder) { bench in
      try await bench.hear("cs")
      bench.time.advance(by: .seconds(601))
      #expect(await bench.receivedInTime(2) == ["Sebentar ya.", "Masih antre."])
    }
  }

  @Test("a person's and the bot's messages leave in the order in which they were made")
  func order() async throws {
    try await PeopleBench.run(in: folder) { bench in
      var expected: [String] = []
      for round in 0..<12 {
        try await bench.hear("harga")
        try await bench.say("pesan \(round)", key: "\(round)", besideBot: .send)
        expected += ["Rp 10.000", "pesan \(round)"]
      }
      #expect(await bench.received(24) == expected)
    }
  }

  @Test("the same key again sends nothing again, however often and at once it comes")
  func again() async throws {
    let provider = SmallProvider()
    try await PeopleBench.run(in: folder, provider: provider) { bench in
      try await bench.hear("cs")
      let replies = try await withThrowingTaskGroup(of: SayReply.self) { group in
        for _ in 0..<8 { group.addTask { try await bench.say("Halo", key: "k") } }
        return try await group.reduce(into: [SayReply]()) { $0.append($1) }
      }
      #expect(replies.count { !$0.wasSaidBefore } == 1)
      #expect(Set(replies.map(\.message.id)).count == 1)
      #expect(
        await sentence { try await bench.say("Hai", key: "k") }
          == "The key was used for message \(replies[0].message.id), which says something else; "
          + "give this one its own.")
      // Also when it could not be said any more.
      _ = try await bench.admin.handOver(.release, PeopleBench.customer, projectID: nil)
      try await bench.settle()
      bench.time.advance(by: .seconds(86_400))
      #expect(try await bench.say("Halo", key: "k").wasSaidBefore)
      try await bench.settle()
    }
    #expect(provider.messages.map(\.text) == ["Sebentar ya.", "Halo", "Terima kasih.", "Puas?"])
  }

  @Test("where the bot has the conversation nothing is sent, unless the person takes it or insists")
  func besideBot() async throws {
    try await PeopleBench.run(in: folder) { bench in
      try await bench.hear("pesan")
      #expect(
        await sentence { try await bench.say("Halo", key: "1") }
          == "The bot has the conversation with 628989229471; take it with `balas session pause 628989229471` "
          + "or `session say --pause`, or speak beside the bot with `session say --force`.")
      try await bench.say("Beside", key: "2", besideBot: .send)
      try await bench.settle()
      #expect(try await bench.admin.sessions(.open, projectID: nil, limit: 9).first?.question?.step == "nama")
      try await bench.say("Saya Dewi.", key: "3", besideBot: .pause)
      try await bench.hear("Budi")
      try await bench.settle()
      let session = try await bench.admin.session(PeopleBench.customer, projectID: nil, entries: 0).session
      #expect(session.question == nil)
      #expect(session.panel?.isAnswered == true && session.panel?.scenario == nil)
      #expect(await bench.received(3) == ["Nama?", "Beside", "Saya Dewi."])
    }
  }

  @Test("what cannot be said is told in a sentence, and nothing is kept")
  func refused() async throws {
    try await PeopleBench.run(in: folder, projects: ["16", "17"]) { bench in
      try await bench.hear("cs", project: "17")
      try await bench.settle()
      func refusal(_ text: String, to number: String = PeopleBench.customer, project: String? = "17") async
        -> String
      {
        await sentence { try await bench.say(text, key: "1", to: number, project: project) }
      }
      #expect(
        await refusal("Halo", to: "nobody")
          == "`nobody` is no phone number; write it like 628123456789 or 08123456789.")
      #expect(
        await refusal("Halo", project: nil)
          == "Several projects are configured; name one with --project: 16, 17.")
      #expect(
        await refusal("Halo", project: "16")
          == "628989229471 is no customer of 0009/16; look at the number, and at --project.")
      #expect(await refusal(" ") == "The text is empty; write something.")
      bench.time.advance(by: .seconds(23 * 3600 + 55 * 60))
      #expect(
        await refusal("Halo")
          == "628989229471 wrote last at 2026-01-02T03:04:05Z, and WhatsApp takes free messages for 24 hours "
          + "after the customer's last one only: nothing was sent. Say it once the customer writes again; "
          + "`balas template` reaches them now.")
      #expect(bench.provider.messages.map(\.text).first == "Sebentar ya.")
      #expect(!(try await bench.journal.outbox(state: nil, limit: 9)).contains { $0.lane == .agent })
    }
  }

  @Test("a death between saying and sending loses nothing, and saying it again doubles nothing")
  func death() async throws {
    let (provider, time) = (SmallProvider(), TestTime())
    try await PeopleBench.run(in: folder, provider: provider, time: time) { try await $0.hear("cs") }
    try await PeopleBench.run(in: folder, provider: provider, time: time, sends: false) { bench in
      try await bench.say("Saya Dewi.", key: "1")
    }
    #expect(provider.messages.map(\.text) == ["Sebentar ya."])
    try await PeopleBench.run(in: folder, provider: provider, time: time) { bench in
      #expect(try await bench.say("Saya Dewi.", key: "1").wasSaidBefore)
      try await bench.settle()
      #expect(
        try await bench.admin.session(PeopleBench.customer, projectID: nil, entries: 9).session.panel?
          .isAnswered == true)
    }
    #expect(provider.messages.map(\.text) == ["Sebentar ya.", "Saya Dewi."])
  }
}
