import Foundation
import Sandbox
import Testing

@Suite("Faults that cannot be set")
struct FaultMistakeTests {
  @Test(
    "what is no fault is refused with one sentence",
    arguments: [
      ("[]", "Send a JSON object"), ("{", "Send a JSON object"), ("{}", "needs a kind: latency, hang"),
      (#"{"kind":"flood"}"#, #"no fault of the kind "flood": latency"#),
      (#"{"kind":"latency"}"#, #"needs "delay", like 2s"#),
      (#"{"kind":"latency","delay":"soon"}"#, #""soon" is not"#),
      (#"{"kind":"latency","delay":"3s-1s"}"#, "like 2s or 1s-3s"),
      (#"{"kind":"http","status":404}"#, "from 500 to 599"),
      (#"{"kind":"hang","when":"later"}"#, "before or after"),
      (#"{"kind":"truncated","when":"before"}"#, #"has no "when""#),
      (#"{"kind":"reset","tims":3}"#, #"has no "tims""#),
      (#"{"kind":"reset","times":0}"#, "from 1 to"), (#"{"kind":"reset","times":"x"}"#, "whole number"),
      (#"{"kind":"reset","share":1.5}"#, "like 0.01"), (#"{"kind":"reset","share":0}"#, "like 0.01"),
      (#"{"kind":"reset","seed":-1}"#, "like 42"), (#"{"kind":"reset","for":"0s"}"#, "like 30s"),
      (#"{"kind":"reset","for":"1s-2s"}"#, "like 30s"), (#"{"kind":"outage"}"#, #""for": "30s""#),
      (#"{"kind":"code"}"#, #""code": "700""#), (#"{"kind":"rate-limit","rate":0}"#, "from 1 to"),
      (#"{"kind":"reset","call":"send"}"#, #"no call "send": token, do-send"#),
      (#"{"kind":"reset","number":"12"}"#, "no phone number"),
      (#"{"kind":"reset","callback":"sent"}"#, "Only a fault of callbacks"),
      (#"{"kind":"callback-twice","call":"do-send"}"#, "has no call"),
      (#"{"kind":"callback-twice","callback":"seen"}"#, #"no callback "seen": message"#),
      (#"{"kind":"callback-absent","fields":["nama"]}"#, #"no field "nama": client_id"#),
      (#"{"kind":"callback-late"}"#, #"needs "delay""#),
    ])
  func refused(body: String, sentence: String) async throws {
    try await Sandbox().whileRunning { address in
      let answer = try await Guest(address: address).post("/sandbox/faults", body)
      #expect(answer.status == 400)
      let error = try #require(answer.json["error"] as? String)
      #expect(error.contains(sentence), "\(error)")
    }
  }

  @Test("a fault on one line is read as the one in JSON, and a part without = is named")
  func line() throws {
    let fault = try Fault(line: "kind=reset,share=0.01,when=after")
    let same = try Fault(fields: ["kind": "reset", "share": "0.01", "when": "after"])
    #expect(fault == same)
    let mistake = #expect(throws: FaultMistake.self) { _ = try Fault(line: "reset,share=0.01") }
    #expect(mistake?.description.contains(#""reset" has no ="#) == true)
  }

  @Test("no more faults are set than anybody tells apart; those that are over make room")
  func many() async throws {
    let switchboard = Switchboard()
    for _ in 1...200 { try await switchboard.set(try Fault(line: "kind=hang")) }
    await #expect(throws: FaultMistake.self) { try await switchboard.set(try Fault(line: "kind=hang")) }
  }
}
