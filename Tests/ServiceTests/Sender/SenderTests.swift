import Dialogue
import Foundation
import Gateway
import Journal
import StrictYAML
import Synchronization
import Testing

@testable import Service

@Suite("the sender", .timeLimit(.minutes(1)))
struct SenderTests {
  @Test("messages of one contact go out in order, each after the one before is recorded")
  func order() async throws {
    let gateway = HandGateway()
    try await SenderBench.run(gateway) { bench in
      let ids = [
        try await bench.queue("satu"), try await bench.queue("dua"), try await bench.queue("tiga"),
      ]
      for (id, text) in zip(ids, ["satu", "dua", "tiga"]) {
        let send = await gateway.next()
        #expect(send.text == text)
        let sending = try await bench.journal.outboxRow(id)
        #expect(sending?.row.state == .sending, "committed before the first byte leaves")
        send.answer(.sample(.accepted))
        #expect(try await bench.reached(.sent, id).messageID == "5d31a231ab0ea")
      }
    }
  }

  @Test("different contacts are served side by side")
  func manyContacts() async throws {
    let gateway = HandGateway()
    try await SenderBench.run(gateway) { bench in
      for number in 0..<50 { try await bench.queue("x", to: "6281234567\(number + 10)") }
      var pending: [HandGateway.Pending] = []
      for _ in 0..<50 { pending.append(await gateway.next()) }
      #expect(Set(pending.map(\.message.recipient)).count == 50)
      #expect(bench.sender.status.map(\.inFlight) == [50])
      for send in pending { send.answer(.sample(.accepted)) }
    }
  }

  @Test(
    "text waits while the customer is silent too long, a template does not, and the answer lets the text out")
  func held() async throws {
    let gateway = HandGateway()
    try await SenderBench.run(gateway) { bench in
      func hear(_ id: String) async throws {
        let now = bench.time.now.wall
        let message = IncomingMessage(
          channel: .sample, messageID: id, number: "628989229471", text: "ya", providerAt: now,
          receivedAt: now)
        if case .new(let contact, _) = try await bench.journal.accept(message) { bench.sender.heard(contact) }
      }
      try await hear("in.1")
      bench.time.advance(by: Limits.window)
      let text = try await bench.queue("Halo", expires: .seconds(3600))
      let template = MessageTemplate(name: "masih_perlu", params: ["Kak"])
      let asked = try await bench.queue(.template(template), expires: .seconds(3600))
      let first = await gateway.next()
      #expect(first.message.content == .template(template))
      first.answer(.sample(.accepted))
      _ = try await bench.reached(.sent, asked)
      try await hear("in.2")
      let second = await gateway.next()
      #expect(second.text == "Halo")
      second.answer(.sample(.accepted))
      _ = try await bench.reached(.sent, text)
    }
  }

  @Test("text that waits for the customer ends when its time is over, and the bot hears of it")
  func heldTooLong() async throws {
    try await SenderBench.run(HandGateway()) { bench in
      let now = bench.time.now.wall
      _ = try await bench.journal.accept(
        IncomingMessage(
          channel: .sample, messageID: "in.1", number: "628989229471", text: "ya", providerAt: now,
          receivedAt: now))
      bench.time.advance(by: Limits.window)
      let text = try await bench.queue("Halo", expires: .seconds(3600))
      while bench.sender.status.first?.waiting != 1 { await Task.yield() }
      bench.time.advance(by: .seconds(3600))
      let row = try await bench.reached(.expired, text)
      #expect(row.reason == "the customer did not write in time, and it is no template")
      while bench.undelivered.contacts.isEmpty { await Task.yield() }
    }
  }

  @Test("what was queued before the start is sent")
  func afterRestart() async throws {
    let gateway = HandGateway()
    try await SenderBench.run(gateway) { journal, now in
      _ = try await journal.enqueue(
        NewMessage(content: .text("dulu"), expiresAt: now + .seconds(60)), channel: .sample,
        number: "628989229471", origin: "agent/1", now: now)
    } _: { _ in
      let send = await gateway.next()
      #expect(send.text == "dulu")
      send.answer(.sample(.accepted))
    }
  }

  @Test("what was being sent at a crash waits for its settling time and is then sent again, once")
  func crash() async throws {
    let folder = NSTemporaryDirectory() + "balas-sender-crash-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let journal = try Journal(folder: folder)
    let made = try await journal.enqueue(
      NewMessage(content: .text("halo"), expiresAt: .start + .seconds(900)), channel: .sample,
      number: "628989229471", origin: "agent/1", now: .start)
    try await journal.begin([made.outboxID], now: .start)
    try await journal.close()
    let gateway = HandGateway()
    try await SenderBench.run(gateway, folder: folder) { journal, now in
      _ = try await journal.recover(now: now)
    } _: { bench in
      while bench.sender.status.first?.waiting != 1 { await Task.yield() }
      bench.time.advance(by: .seconds(89))
      #expect(gateway.sends == 0)
      bench.time.advance(by: .seconds(1))
      await gateway.next().answer(.sample(.ambiguous))
      _ = try await bench.reached(.unknown, made.outboxID)
      while bench.sender.status.first?.waiting != 1 { await Task.yield() }
      bench.time.advance(by: .seconds(90))
      #expect(try await bench.reached(.held, made.outboxID).resends == 1)
      #expect(gateway.sends == 1)
    }
  }

  @Test("a shutdown lets the send under way end, records it, and begins no other")
  func shutdown() async throws {
    let folder = NSTemporaryDirectory() + "balas-sender-stop-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let gateway = HandGateway()
    let ids = try await SenderBench.run(gateway, folder: folder) { bench in
      let ids = [try await bench.queue("satu"), try await bench.queue("dua")]
      let send = await gateway.next()
      Task {
        // The answer comes only after the stop has begun.
        while !bench.sender.state.withLock({ $0.isStopping }) { await Task.yield() }
        send.answer(.sample(.accepted))
      }
      return ids
    }
    let journal = try Journal(folder: folder)
    let states = [
      try await journal.outboxRow(ids[0])?.row.state, try await journal.outboxRow(ids[1])?.row.state,
    ]
    #expect(states == [.sent, .queued])
    #expect(gateway.sends == 1)
    try await journal.close()
  }

  @Test("cancelling is a shutdown too: the outcome of a send under way is on disk")
  func cancelled() async throws {
    let folder = NSTemporaryDirectory() + "balas-sender-cancel-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let journal = try Journal(folder: folder)
    let made = try await journal.enqueue(
      NewMessage(content: .text("halo"), expiresAt: .start + .seconds(900)), channel: .sample,
      number: "628989229471", origin: "agent/1", now: .start)
    let gateway = HandGateway()
    let time = TestTime()
    let sender = Sender(
      journal: journal, gateway: gateway, mediaPath: { $0 }, settings: SenderSettings(gateway: .unlimited),
      clock: time.clock, logger: .silent, onUndelivered: { _ in })
    let run = Task { try await sender.run() }
    let send = await gateway.next()
    run.cancel()
    send.answer(.sample(.accepted))
    try await run.value
    let state = try await journal.outboxRow(made.outboxID)?.row.state
    #expect(state == .sent)
    try await journal.close()
  }

  @Test(
    "a cancelled sender does not wait for ever: what is not finished stays 'sending', answered late or never")
  func impatient() async throws {
    let folder = NSTemporaryDirectory() + "balas-sender-hang-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let journal = try Journal(folder: folder)
    var ids: [Int64] = []
    for number in ["628989229471", "628989229472"] {
      let message = NewMessage(content: .text("halo"), expiresAt: .start + .seconds(900))
      ids.append(
        try await journal.enqueue(
          message, channel: .sample, number: number, origin: "agent/\(number)", now: .start
        ).outboxID)
    }
    let gateway = HandGateway()
    let time = TestTime()
    let sender = Sender(
      journal: journal, gateway: gateway, mediaPath: { $0 }, settings: SenderSettings(gateway: .unlimited),
      clock: time.clock, logger: .silent, onUndelivered: { _ in })
    let run = Task { try await sender.run() }
    let sends = [await gateway.next(), await gateway.next()]
    run.cancel()
    let passing = Task {
      while !Task.isCancelled {
        time.advance(by: .seconds(1))
        await Task.yield()
      }
    }
    try await run.value
    passing.cancel()
    for id in ids { #expect(try await journal.outboxRow(id)?.row.state == .sending) }
    // The answers come all the same, one of them when the journal is closed.
    sends[0].answer(.sample(.accepted))
    while !Set(try await states(ids, journal)).contains(.sent) { await Task.yield() }
    try await journal.close()
    sends[1].answer(.sample(.accepted))
    while !sender.state.withLock({ $0.hasEnded && $0.moves.isEmpty }) { await Task.yield() }

    let next = try Journal(folder: folder)
    #expect(try await next.recover(now: time.now.wall).unknown == 1)
    #expect(Set(try await states(ids, next)) == [.sent, .unknown])
    try await next.close()
  }

  private func states(_ ids: [Int64], _ journal: Journal) async throws -> [OutboxState?] {
    var states: [OutboxState?] = []
    for id in ids { states.append(try await journal.outboxRow(id)?.row.state) }
    return states
  }

  @Test("a send that reached nobody is tried again until it expires, and the bot hears of it")
  func expiry() async throws {
    let gateway = HandGateway()
    try await SenderBench.run(gateway) { bench in
      let id = try await bench.queue("halo", expires: .seconds(60))
      await gateway.next().answer(.sample(.notSent))
      while try await bench.journal.outboxRow(id)?.row.state != .queued { await Task.yield() }
      bench.time.advance(by: .seconds(2))
      await gateway.next().answer(.sample(.notSent))
      while try await bench.journal.outboxRow(id)?.row.state != .queued { await Task.yield() }
      bench.time.advance(by: .seconds(60))
      let row = try await bench.reached(.expired, id)
      #expect(row.attempts == 0)
      #expect(row.reason?.contains("It ended not-sent.") == true)
      while bench.undelivered.contacts.isEmpty { await Task.yield() }
      #expect(bench.undelivered.contacts == [row.contactID])
      #expect(try await bench.journal.pendingContacts() == [row.contactID])
    }
  }

  @Test("after a media message the next waits for its 'sent', and no longer than 10 s")
  func mediaFirst() async throws {
    let gateway = HandGateway()
    try await SenderBench.run(gateway) { bench in
      let media = Content.media(.init(kind: .image, hash: "ab", fileName: "peta.jpg"))
      for round in 0..<2 {
        let id = try await bench.queue(media)
        let text = try await bench.queue("Kami di sini")
        let send = await gateway.next()
        #expect(send.message.mediaPath == "/media/ab")
        send.answer(SendResult(.accepted, code: "200", detail: "Yes.", messageID: "m\(round)"))
        let contact = try await bench.reached(.sent, id).contactID
        while bench.sender.status.first?.waiting != 1 { await Task.yield() }
        #expect(gateway.sends == round * 2 + 1)
        if round == 0 {
          let effect = try await bench.journal.record(
            IncomingStatus(
              channel: .sample, messageID: "m0", status: "sent", providerAt: nil,
              receivedAt: bench.time.now.wall,
              number: nil))
          #expect(effect.contactID == contact)
          bench.sender.wake([contact])
        } else {
          bench.time.advance(by: .seconds(10))
        }
        await gateway.next().answer(.sample(.accepted))
        _ = try await bench.reached(.sent, text)
      }
    }
  }

  @Test("a matter for the operator stops the channel, keeps the queue, and a reload tries it at once")
  func paused() async throws {
    let gateway = HandGateway()
    try await SenderBench.run(gateway) { bench in
      let id = try await bench.queue("halo")
      await gateway.next().answer(.sample(.config))
      while bench.sender.status.first?.pausedBecause == nil { await Task.yield() }
      let others = [
        try await bench.queue("dua", to: "6281234567890"), try await bench.queue("tiga", to: "6281234567891"),
      ]
      while bench.sender.status.first?.waiting != 3 { await Task.yield() }
      #expect(gateway.sends == 1)
      bench.sender.update(SenderSettings(gateway: .unlimited))
      await gateway.next().answer(.sample(.accepted))
      await gateway.next().answer(.sample(.accepted))
      await gateway.next().answer(.sample(.accepted))
      for id in others + [id] { _ = try await bench.reached(.sent, id) }
      #expect(bench.sender.status.first?.pausedBecause == nil)
    }
  }

  @Test("a message a person drops while it waits is not sent")
  func dropped() async throws {
    let gateway = HandGateway()
    let settings = SenderSettings(gateway: .unlimited, concurrency: 1)
    try await SenderBench.run(gateway, settings: settings) { bench in
      try await bench.queue("satu", to: "6281234567890")
      let first = await gateway.next()
      let id = try await bench.queue("dua")
      while bench.sender.status.first?.waiting != 1 { await Task.yield() }
      _ = try await bench.journal.drop(id)
      let last = try await bench.queue("tiga", to: "6281234567891")
      while bench.sender.status.first?.waiting != 2 { await Task.yield() }
      first.answer(.sample(.accepted))
      let next = await gateway.next()
      #expect(next.text == "tiga")
      next.answer(.sample(.accepted))
      _ = try await bench.reached(.sent, last)
      #expect(try await bench.journal.outboxRow(id)?.row.state == .dropped)
    }
  }

  @Test("the channel's rate spaces the sends")
  func rate() async throws {
    let gateway = HandGateway()
    let settings = SenderSettings(
      gateway: GatewaySettings(
        rate: Rate(count: 4, per: .seconds(1)), contactRate: Rate(count: 1000, per: .seconds(1))))
    try await SenderBench.run(gateway, settings: settings) { bench in
      for number in 0..<3 { try await bench.queue("x", to: "628123456789\(number)") }
      await gateway.next().answer(.sample(.accepted))
      while bench.sender.status.first?.waiting != 2 { await Task.yield() }
      for _ in 0..<2 {
        let before = gateway.sends
        bench.time.advance(by: .milliseconds(249))
        bench.sender.wake([999])
        #expect(gateway.sends == before)
        bench.time.advance(by: .milliseconds(1))
        await gateway.next().answer(.sample(.accepted))
      }
    }
  }
}
