import Foundation
import HTTPTypes
import Sandbox
import Synchronization
import Testing

@Suite("Odd callbacks on demand")
struct OddCallbackTests {
  @Test("the fields are spelled as in the document's table")
  func spelling() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { _, guest in
      try await guest.set(#"{"kind":"callback-spelling"}"#)
      try await guest.write("halo")
      let body = try #require(await daemon.next(1).first?.body)
      #expect(body.contains(#""status_message":"-","message_content":"halo","environtment":"PRODUCTION""#))
      #expect(!body.contains(#""status_messages""#) && !body.contains(#""environment""#))
    }
  }

  @Test("content is null, and fields are absent")
  func nullAndAbsent() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { _, guest in
      try await guest.set(#"{"kind":"callback-null","callback":"message","times":1}"#)
      try await guest.write("satu")
      try await guest.set(#"{"kind":"callback-absent","times":1}"#)
      try await guest.write("dua")
      try await guest.set(#"{"kind":"callback-absent","fields":["sender_number","timestamp"]}"#)
      try await guest.write("tiga")
      let bodies = await daemon.next(3).map(\.body)
      #expect(bodies[0].contains(#""message_content":null"#))
      #expect(bodies[1].contains(#""message_content":"dua""#) && !bodies[1].contains("client_name"))
      #expect(!bodies[1].contains("project_name") && !bodies[1].contains("environment"))
      #expect(bodies[2].contains("client_name") && !bodies[2].contains("sender_number"))
      #expect(!bodies[2].contains("timestamp"))
    }
  }

  @Test("numbers stand where strings should")
  func numbers() async throws {
    let daemon = Daemon()
    try await daemon.whileServing(time: TestClock().time) { _, guest in
      try await guest.set(#"{"kind":"callback-numbers"}"#)
      try await guest.write("123")
      let body = try #require(await daemon.next(1).first?.body)
      #expect(body.contains(#""client_id":9,"#) && body.contains(#""project_id":16,"#))
      #expect(body.contains(#""sender_number":6281234567801,"#) && body.contains(#""timestamp":1563600111,"#))
      #expect(body.contains(#""message_content":"123""#))
    }
  }

  @Test("the callback is of no known type")
  func unknownType() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { _, guest in
      try await guest.set(#"{"kind":"callback-unknown-type","times":1}"#)
      try await guest.write("satu")
      try await guest.set(#"{"kind":"callback-unknown-type","type":"template"}"#)
      try await guest.write("dua")
      #expect(await daemon.next(2).map { $0.json["callback_type"] } == ["reaction", "template"])
    }
  }

  @Test("delivered comes before sent")
  func swapped() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { _, guest in
      try await guest.set(#"{"kind":"callback-swapped"}"#)
      try await guest.write("halo")
      try await guest.send("hai")
      #expect(await daemon.next(3).map(\.gist) == ["- halo", "delivered -", "sent -"])
    }
  }

  @Test("of a message's statuses only the last comes")
  func readAlone() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { sandbox, guest in
      try await guest.set(#"{"kind":"callback-read-alone"}"#)
      try await guest.write("halo")
      try await guest.send("hai")
      try await guest.post("/sandbox/customers/6281234567801/seen", "{}")
      #expect(await daemon.next(2).map(\.gist) == ["- halo", "read -"])
      let unsent = try await guest.exchanges("?kind=callback").filter { $0["attempt"] as? Int == 0 }
      #expect(unsent.map { $0["call"] as? String } == ["sent", "delivered"])
    }
  }

  @Test("a callback comes twice, the same both times")
  func twice() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { _, guest in
      try await guest.set(#"{"kind":"callback-twice","number":"081234567801"}"#)
      try await guest.write("satu")
      let both = await daemon.next(2)
      #expect(both[0].body == both[1].body && both[0].gist == "- satu")
      try await guest.write("dua", from: "6281234567802")
      try await guest.write("tiga", from: "6281234567802")
      #expect(await daemon.next(2).map(\.gist) == ["- dua", "- tiga"])
    }
  }

  @Test("a late callback is overtaken by those after it")
  func late() async throws {
    // Its time comes when the test says so.
    let (moments, moment) = AsyncStream.makeStream(of: Never.self)
    let slept = Mutex([Duration]())
    let time = SandboxTime(
      now: { Date() },
      sleep: { duration in
        slept.withLock { $0.append(duration) }
        for await _ in moments {}
      })
    let daemon = Daemon()
    try await daemon.whileServing(time: time) { _, guest in
      try await guest.set(#"{"kind":"callback-late","delay":"5m","callback":"sent"}"#)
      try await guest.write("halo")
      try await guest.send("hai")
      #expect(await daemon.next(2).map(\.gist) == ["- halo", "delivered -"])
      moment.finish()
      #expect(await daemon.next(1).map(\.gist) == ["sent -"])
      #expect(slept.withLock { $0 } == [.seconds(300)])
    }
  }

  @Test("a callback never comes")
  func lost() async throws {
    let daemon = Daemon()
    try await daemon.whileServing { _, guest in
      try await guest.set(#"{"kind":"callback-lost","callback":"delivered read"}"#)
      try await guest.write("halo")
      try await guest.send("hai")
      try await guest.write("lagi")
      #expect(await daemon.next(3).map(\.gist) == ["- halo", "sent -", "- lagi"])
    }
  }

  @Test("the statuses come before the call that sent the message is answered")
  func early() async throws {
    let order = Mutex([String]())
    let daemon = Daemon { received in
      order.withLock { $0.append(received.gist) }
      return (.ok, #"{"status":"000"}"#)
    }
    try await daemon.whileServing { _, guest in
      try await guest.set(#"{"kind":"callback-early","call":"do-send"}"#)
      try await guest.write("halo")
      try await guest.send("hai")
      order.withLock { $0.append("answer") }
      #expect(order.withLock { $0 } == ["- halo", "sent -", "delivered -", "answer"])
    }
  }

  @Test("an early callback that nobody takes holds the answer up for one try only")
  func earlyRefused() async throws {
    let daemon = Daemon { _ in (.serviceUnavailable, "") }
    var world = World()
    // The answer would be too late for anybody if it waited for a second try.
    world.callback.interval = .seconds(3600)
    world.callback.timeout = .seconds(1)
    try await daemon.whileServing(world: world) { _, guest in
      try await guest.set(#"{"kind":"callback-early"}"#)
      try await guest.write("halo")
      #expect(try await guest.send("hai").code == "200 Success")
    }
  }
}
