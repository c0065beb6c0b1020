import Dialogue
import Foundation
import Journal
import Testing

@testable import Service

@Suite("why a message got its answer")
struct WhyTests {
  private static let first = """
    bot: {name: Toko, timezone: Asia/Jakarta}
    scenarios:
      harga:
        keywords: [harga]
        steps: [say: Rp 10.000]
      pesan:
        keywords: [pesan kue]
        steps:
          - ask: Nama?
            save: nama
          - say: Siap.
    default:
      reply: Maaf.
    """

  private let bench: ReviewBench

  init() throws { bench = try ReviewBench() }

  @Test("it is read by the version that answered, whatever the files say now")
  func version() async throws {
    let old = try await bench.accept(Self.first)
    let id = try await bench.hear("hargaa kue kak", id: "wamid.1", old)
    let next = try await bench.accept(Self.first.replacing("[harga]", with: "[ongkir]"))
    try await bench.journal.begin([1], now: Samples.now)
    try await bench.journal.move([
      OutboxMove(
        id: 1, attempt: .init(outcome: "accepted", code: "200", endedAt: Samples.now), state: .sent,
        dueAt: Samples.now, messageID: "out.1", now: Samples.now)
    ])
    for name in ["wamid.1", "inbox/\(id)", "out.1", "1", "outbox/1"] {
      let report = try await bench.desk.why(name, projectID: nil)
      #expect(report.id == "inbox/\(id)" && report.messageID == "wamid.1" && report.text == "hargaa kue kak")
      #expect(report.version?.hash == old.hash && report.version?.isCurrent == false)
      #expect(report.version?.acceptedAt == Samples.now)
      let reading = try #require(report.reading)
      #expect(reading.respelled.map(\.original) == ["hargaa"])
      #expect(reading.winner?.scenario == "harga" && reading.winner?.place.hasPrefix("bot.yaml:4:") == true)
      #expect(reading.nearMisses.map(\.lacked) == ["lacks \"pesan\""])
      #expect(report.answers.map(\.message.content) == [.text("Rp 10.000")])
      #expect(report.answers.map(\.message.state) == [.sent])
    }
    #expect(next.hash != old.hash)
  }

  @Test("a keyword in an answer is shown as what the open question came before")
  func question() async throws {
    let bot = try await bench.accept(Self.first)
    try await bench.hear("pesan kue", bot)
    let id = try await bench.hear("harga naik", bot)
    let report = try await bench.desk.why("inbox/\(id)", projectID: nil)
    #expect(report.reason?.winner == .answer(StepPlace(scenario: "pesan", step: "nama")))
    #expect(report.reading?.winner == nil)
    #expect(
      report.reading?.runnersUp.map(\.lacked) == ["fits, but the message was the answer to the open question"]
    )
  }

  @Test("it is shown at which question a message came, and why it was no answer to it")
  func met() async throws {
    let bot = try await bench.accept(
      Self.first.replacing("save: nama", with: "save: nama\n        expect: number 1-100"))
    try await bench.hear("pesan kue", bot)
    var asked: [WhyReport.Question] = []
    for text in ["seribu ribu", "harga", "12"] {
      let id = try await bench.hear(text, bot)
      asked.append(try #require(try await bench.desk.why("inbox/\(id)", projectID: nil).question))
    }
    #expect(Set(asked.map(\.place)) == ["pesan/nama"])
    #expect(Set(asked.map(\.expected)) == ["number 1-100"])
    #expect(asked.map(\.outcome) == ["no answer to it", "no answer to it", "the message was its answer"])
    #expect(asked.map(\.tries) == [0, 1, 1])
  }

  @Test("what is no message of a customer, and what is not there, is said in a sentence")
  func refusals() async throws {
    let bot = try await bench.accept(Self.first)
    try await bench.hear("harga", bot)
    let made = try await bench.journal.enqueue(
      NewMessage(content: .text("Halo"), lane: .agent, expiresAt: Samples.now), channel: ReviewBench.channel,
      number: ReviewBench.customer, origin: "agent/1", now: Samples.now)
    func refusal(_ id: String) async -> String {
      do { return "\(try await bench.desk.why(id, projectID: nil).id)" } catch { return "\(error)" }
    }
    #expect(
      await refusal("\(made.outboxID)")
        == "Message 2 answers nobody: a person wrote it. `balas outbox show 2` shows it.")
    #expect(await refusal("inbox/99").hasPrefix("inbox/99 is not in the journal;"))
    #expect(await refusal("nothing").hasPrefix("No message `nothing` is in the journal"))
  }

  @Test("a version that is kept no more leaves what was written down")
  func forgotten() async throws {
    let bot = try await bench.accept(Self.first)
    let id = try await bench.hear("harga", bot)
    for number in 0..<21 { try await bench.accept(Self.first.replacing("10.000", with: "\(number)")) }
    let report = try await bench.desk.why("inbox/\(id)", projectID: nil)
    #expect(report.reading == nil && report.version?.acceptedAt == nil)
    #expect(report.reason?.winner == .scenario("harga"))
    #expect(report.remark?.hasPrefix("The version that answered is kept no more") == true)
  }
}
