import Sandbox
import Testing

@Suite("Live events of the phone")
struct EventTests {
  @Test("a new page gets everything there is, and then what happens")
  func snapshot() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("before")
      let events = try await EventReader(guest)
      #expect(events.type == "text/event-stream")
      let first = try await events.next()
      #expect(first.eventName == "snapshot")
      #expect(first.contains(#""text":"before""#))
      #expect(first.contains(#""projects":[{"id":"16","name":"Toko Contoh"}]"#))
      #expect(first.contains("Rina Kartika"))
      try await guest.write("after")
      let next = try await events.first { $0.contains("after") }
      #expect(next.eventName == "message")
    }
  }

  @Test("a page that comes back gets what it missed, once and in order")
  func replay() async throws {
    var world = World()
    world.callback.target = nil
    let sandbox = Sandbox(world: world)
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      let seen = try #require(await EventReader(guest).next().eventID)
      try await guest.post("/sandbox/customers", #"{"number":"0812 3456 7890","name":"Siti"}"#)
      try await guest.post("/sandbox/customers", #"{"number":"+6281234567891","name":"Dewi"}"#)
      let back = try await EventReader(guest, lastSeen: seen)
      #expect(try await back.next().hasSuffix(#"data: {"name":"Siti","number":"6281234567890"}"#))
      let last = try await back.next()
      #expect(last.hasSuffix(#"data: {"name":"Dewi","number":"6281234567891"}"#))
      try await guest.post("/sandbox/customers", #"{"number":"6281234567892","name":"Tono"}"#)
      #expect(try await back.next().contains("Tono"))
    }
  }

  @Test("a page that knows nothing of this run starts anew", arguments: ["other-1", "nonsense", "1"])
  func unknownRun(lastSeen: String) async throws {
    try await Sandbox().whileRunning { address in
      let events = try await EventReader(Guest(address: address), lastSeen: lastSeen)
      #expect(try await events.next().eventName == "snapshot")
    }
  }

  @Test("the sandbox ends although pages listen")
  func ends() async throws {
    let isListening = try await Sandbox().whileRunning { address in
      let events = try await EventReader(Guest(address: address))
      return try await events.next().eventName == "snapshot"
    }
    #expect(isListening)
  }
}
