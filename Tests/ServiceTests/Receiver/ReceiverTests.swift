import CoreMetrics
import Dialogue
import HTTPTypes
import Journal
import Testing

@testable import Service

/// The receiver alone, with a real journal behind it.
@Suite struct ReceiverTests {
  private let acknowledged = #"{"status":"000"}"#

  @Test("a message is on disk when it is acknowledged, and its contact has work")
  func message() async throws {
    let house = try ReceiverHouse()
    let answer = await house.post(Samples.message())
    #expect(answer == (200, acknowledged))
    let contacts = try await house.journal.pendingContacts()
    #expect(contacts.count == 1)
    #expect(await house.dispatching.take(10) == contacts)
    let work = try await house.work()
    #expect(work.first?.contact.number == "628989229471")
    #expect(work.first?.channel == Samples.channel)
    #expect(work.first?.events.first?.event.kind == .message(text: "halo"))
  }

  @Test("a repeated message is acknowledged and makes no work")
  func repeated() async throws {
    let house = try ReceiverHouse()
    _ = await house.post(Samples.message())
    #expect(await house.post(Samples.message()) == (200, acknowledged))
    #expect(try await house.journal.counts().inbox == ["new": 1])
  }

  @Test("messages without an id are told apart by sender, time and content")
  func withoutID() async throws {
    let house = try ReceiverHouse()
    for text in ["halo", "halo", "harga"] {
      let body = Samples.message(text: text).replacing(#""message_id":"5cdbe77d09ee7","#, with: "")
      #expect(await house.post(body) == (200, acknowledged))
    }
    #expect(try await house.journal.counts().inbox == ["new": 2])
  }

  @Test("the same words without an id and a time are a repeat within a minute, and another message later")
  func withoutIDAndTime() async throws {
    let house = try ReceiverHouse()
    let body = Samples.message().replacing(#""message_id":"5cdbe77d09ee7","#, with: "")
      .replacing(#""timestamp":"1557915516","#, with: "")
    for pause in [0, 1, 60, 1] {
      house.clock.pass(.seconds(pause))
      #expect(await house.post(body) == (200, acknowledged))
    }
    #expect(try await house.journal.counts().inbox == ["new": 2])
  }

  @Test("a time more than five minutes ahead is not believed")
  func future() async throws {
    let house = try ReceiverHouse()
    let ahead = Int(Samples.now.milliseconds / 1000)
    _ = await house.post(Samples.message(id: "a", sender: "628111111111", timestamp: ahead + 299))
    _ = await house.post(Samples.message(id: "b", sender: "628222222222", timestamp: ahead + 301))
    let work = try await house.work()
    func time(_ number: String) -> Timestamp? {
      work.first { $0.contact.number == number }?.events[0].providerAt
    }
    #expect(work.count == 2)
    #expect(time("628111111111") == Timestamp(milliseconds: Int64(ahead + 299) * 1000))
    #expect(time("628222222222") == nil)
  }

  @Test("the project decides about the channel; the client may be written without its zeros")
  func routes() async throws {
    let house = try ReceiverHouse(channels: [
      Samples.channel, Channel(clientID: "7", projectID: "16"), Channel(clientID: "7", projectID: "17"),
    ])
    _ = await house.post(Samples.message(id: "a", client: "9"))
    _ = await house.post(Samples.message(id: "b", client: "0007", sender: "628111111111"))
    _ = await house.post(Samples.message(id: "c", project: "17", client: "whatever", sender: "628222222222"))
    let work = try await house.work()
    #expect(work.map(\.channel.name).sorted() == ["0009/16", "7/16", "7/17"])
  }

  @Test("news of a message is kept and answered, never as a message")
  func status() async throws {
    let house = try ReceiverHouse()
    #expect(await house.post(Samples.status("delivered", id: "abc")) == (200, acknowledged))
    let counts = try await house.journal.counts()
    #expect(counts.inbox.isEmpty)
    #expect(counts.orphanStatuses == 1)
  }

  @Test(
    "what nobody can make sense of is acknowledged, kept aside and counted",
    arguments: [
      ("not JSON", Array("hello".utf8)),
      (
        "a deep nest", Array((String(repeating: "[", count: 4000) + String(repeating: "]", count: 4000)).utf8)
      ),
      ("bytes that are no text", [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      ("an unknown type", Array(Samples.message().replacing("\"message\"}", with: "\"reaction\"}").utf8)),
      ("an unknown project", Array(Samples.message(project: "99").utf8)),
      ("no sender", Array(Samples.message().replacing("\"628989229471\"", with: "null").utf8)),
      ("nothing", []),
    ])
  func quarantine(_ name: String, _ body: [UInt8]) async throws {
    let house = try ReceiverHouse()
    #expect(await house.post(body) == (200, acknowledged))
    let counts = try await house.journal.counts()
    #expect(counts.quarantine == 1, "\(name)")
    #expect(counts.inbox.isEmpty)
    #expect(house.metrics.registry.text().contains("balas_callbacks_total{kind=\"quarantined\"} 1\n"))
  }

  @Test("a body of more than 256 KiB is refused")
  func tooLarge() async throws {
    let house = try ReceiverHouse()
    #expect(await house.post(String(repeating: " ", count: 262_145)).status == 413)
    #expect(await house.post(String(repeating: " ", count: 262_144)).status == 200)
    #expect(try await house.journal.counts().quarantine == 1)
  }

  @Test("nothing is acknowledged that the journal did not keep")
  func journalGone() async throws {
    let house = try ReceiverHouse()
    try await house.journal.close()
    let answer = await house.post(Samples.message())
    #expect(answer.status == 503)
    await #expect(throws: DaemonFailure.self) { try await house.latch.run() }
  }

  @Test("when too many wait, news is turned away before messages")
  func shedding() async throws {
    let onlyMessages = try ReceiverHouse(waitingLimit: 1)
    #expect(await onlyMessages.post(Samples.status("read", id: "abc")).status == 503)
    #expect(await onlyMessages.post(Samples.message()).status == 200)
    let nothing = try ReceiverHouse(waitingLimit: 0)
    #expect(await nothing.post(Samples.message()).status == 503)
    #expect(nothing.metrics.registry.text().contains("balas_callbacks_shed_total 1\n"))
  }
}
