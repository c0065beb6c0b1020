import Foundation
import Sandbox
import Testing

@Suite("Whom faults strike, and how often")
struct FaultLimitTests {
  /// A fault that is easily seen, with these limits.
  private func fault(_ limits: String) -> String { #"{"kind":"http","status":500,\#(limits)}"# }

  @Test("a fault strikes as often as it is to, and says how often it did")
  func times() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address async throws in
      let guest = Guest(address: address)
      let id = try await guest.set(fault(#""times":3"#))
      var statuses: [Int] = []
      for _ in 1...5 { statuses.append(try await guest.post("/v1/token/get").status) }
      #expect(statuses == [500, 500, 500, 200, 200])
      let report = try #require(await sandbox.switchboard.allFaults.first)
      #expect(report.id == id && report.struck == 3 && report.isOver)
    }
  }

  @Test("one call, one number or one project is struck, in forms too, however the number is written")
  func whom() async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      for number in ["01", "02"] { try await guest.write("halo", from: "62812345678\(number)") }
      try await guest.set(fault(#""number":"0812-3456-7801","project":16"#))
      #expect(try await guest.send("hai", to: "+62 812 3456 7801").status == 500)
      #expect(try await guest.send("hai", to: "6281234567802").status == 200)
      #expect(try await guest.upload(.media("image", "foto.jpg")).status == 500)
      #expect(try await guest.upload(.media("image", "foto.jpg", to: "6281234567802")).status == 200)
      #expect(try await guest.send("hai", project: "17").status == 200)
      try await guest.set(fault(#""call":"do-send-media""#))
      #expect(try await guest.upload(.media("image", "foto.jpg", to: "6281234567802")).status == 500)
      #expect(try await guest.send("hai", to: "6281234567802").status == 200)
    }
  }

  @Test("a share with a seed strikes the same calls in each run")
  func share() async throws {
    @Sendable func run() async throws -> [Int] {
      try await Sandbox().whileRunning { address async throws in
        let guest = Guest(address: address)
        try await guest.set(fault(#""share":0.3,"seed":42"#))
        var statuses: [Int] = []
        for _ in 1...60 { statuses.append(try await guest.post("/v1/token/get").status) }
        return statuses
      }
    }
    let first = try await run()
    #expect(try await run() == first)
    #expect((8...30).contains(first.count { $0 == 500 }))
  }

  @Test("a share without a seed says which it took")
  func chosenSeed() async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      let shared = try await guest.post("/sandbox/faults", fault(#""share":0.5"#))
      #expect(shared.json["seed"] is Int)
      let counted = try await guest.post("/sandbox/faults", fault(#""times":1"#))
      #expect(counted.json["id"] is Int && counted.json["seed"] == nil)
    }
  }

  @Test("a fault ends with its time")
  func duration() async throws {
    let clock = TestClock()
    try await Sandbox(time: clock.time).whileRunning { address async throws in
      let guest = Guest(address: address)
      try await guest.set(fault(#""for":"30s""#))
      clock.advance(by: .milliseconds(29_999))
      #expect(try await guest.post("/v1/token/get").status == 500)
      clock.advance(by: .milliseconds(1))
      #expect(try await guest.post("/v1/token/get").status == 200)
    }
  }

  @Test("of several faults the first that strikes answers, and each latency is waited for")
  func several() async throws {
    let clock = TestClock()
    let sandbox = Sandbox(time: clock.time)
    try await sandbox.whileRunning { address async throws in
      let guest = Guest(address: address)
      try await guest.set(#"{"kind":"http","status":502,"times":1}"#)
      try await guest.set(#"{"kind":"http","status":503}"#)
      try await guest.set(#"{"kind":"latency","delay":1}"#)
      #expect(try await guest.post("/v1/token/get").status == 502)
      #expect(try await guest.post("/v1/token/get").status == 503)
      #expect(clock.slept == [.seconds(1), .seconds(1)])
      #expect(await sandbox.switchboard.allFaults.map(\.struck) == [1, 1, 2])
    }
  }

  @Test("faults are cleared one by one or all at once")
  func clear() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address async throws in
      let guest = Guest(address: address)
      let first = try await guest.set(fault(#""times":1"#))
      let second = try await guest.set(fault(#""times":1"#))
      #expect(try await guest.delete("/sandbox/faults/\(first)").status == 204)
      #expect(try await guest.delete("/sandbox/faults/\(first)").status == 404)
      #expect(await sandbox.switchboard.allFaults.map(\.id) == [second])
      #expect(try await guest.delete("/sandbox/faults").status == 204)
      #expect(try await guest.get("/sandbox/faults").text == "[]")
    }
  }

  @Test("the pages and the interface for tests are never struck")
  func own() async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      try await guest.set(#"{"kind":"http","status":500}"#)
      for path in ["/", "/phone/phone.js", "/traffic", "/sandbox/messages", "/sandbox/faults"] {
        #expect(try await guest.get(path).status == 200, "\(path)")
      }
      #expect(try await guest.get("/v2/unknown").status == 500)
    }
  }

  @Test("a world may have faults from the start")
  func world() async throws {
    var world = World()
    world.faults = [try Fault(line: "kind=http, status=502, times=1")]
    try await Sandbox(world: world).whileRunning { address async throws in
      let guest = Guest(address: address)
      #expect(try await guest.post("/v1/token/get").status == 502)
      #expect(try await guest.post("/v1/token/get").status == 200)
    }
  }
}
