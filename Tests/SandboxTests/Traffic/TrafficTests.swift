import Foundation
import HTTPTypes
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite("What was exchanged")
struct TrafficTests {
  @Test("a call is kept whole, its token only by its beginning")
  func request() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      let token = try await guest.token()
      try await guest.send("hai", to: "+62 812 3456 7801")
      let call = try #require(try await guest.exchanges("?call=do-send").first)
      #expect(call["method"] as? String == "POST" && call["target"] as? String == "/v1/message/do-send")
      #expect(call["number"] as? String == "6281234567801" && call["project"] as? String == "16")
      #expect(call["code"] as? String == "200" && call["duration"] is Double)
      let body = try #require((call["body"] as? [String: Any])?["text"] as? String)
      #expect(body.contains(#""message_content":"hai""#))
      let answer = try #require(call["answer"] as? [String: Any])
      #expect(answer["httpStatus"] as? Int == 200)
      let text = try #require((answer["body"] as? [String: Any])?["text"] as? String)
      #expect(text.contains(#""message_id":"\#(call["messageID"] as? String ?? "-")""#))
      let headers = try #require(call["headers"] as? [[String: String]])
      let authorization = headers.first { $0["name"]?.lowercased() == "authorization" }?["value"]
      #expect(authorization == "Bearer \(token.prefix(6))…")
    }
  }

  @Test("refused calls, unknown paths and broken JSON are kept too")
  func refused() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      #expect(try await guest.post("/v2/messages?x=1", "{broken").status == 404)
      try await guest.post("/v1/message/do-send", #"{"broken""#, headers: Guest.bearer("wrong"))
      #expect(try await guest.get("/v1/message/do-send").status == 404)
      #expect(try await guest.get("/", headers: ["Host": "api.wappin.id"]).status == 421)
      try await guest.post("/v1/token/get", headers: ["Host": "api.wappin.id"])
      let all = try await guest.exchanges()
      let targets = all.map { "\($0["method"] ?? "") \($0["target"] ?? "")" }
      #expect(
        targets == [
          "POST /v2/messages?x=1", "POST /v1/message/do-send", "GET /v1/message/do-send",
          "POST /v1/token/get",
        ])
      let statuses = all.map { ($0["answer"] as? [String: Any])?["httpStatus"] as? Int }
      #expect(statuses == [404, 200, 404, 421])
      #expect(
        all.map { ($0["body"] as? [String: Any])?["text"] as? String }.prefix(2) == [
          "{broken", #"{"broken""#,
        ])
    }
  }

  @Test("of a form the fields are kept, and of its file the name, size and type")
  func form() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      let picture = [UInt8](repeating: 7, count: 1_500_000)
      #expect(
        try await guest.upload(.media("image", "foto.jpg", picture, caption: "ini")).code == "200 Success")
      let call = try #require(try await guest.exchanges("?call=do-send-media").first)
      #expect(call["number"] as? String == "6281234567801")
      let body = try #require(call["body"] as? [String: Any])
      #expect(body["text"] == nil && (body["size"] as? Int ?? 0) > picture.count)
      let parts = try #require(body["parts"] as? [[String: Any]])
      #expect(parts.compactMap { $0["value"] as? String } == ["0009", "16", "6281234567801", "image", "ini"])
      let file = try #require(parts.last)
      #expect(file["fileName"] as? String == "foto.jpg" && file["size"] as? Int == picture.count)
      #expect(file["type"] as? String == "application/octet-stream")
    }
  }

  @Test("of a long body the beginning is kept, and how long it was")
  func long() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      try await guest.post("/anything", String(repeating: "a", count: 50_000))
      let body = try #require(try await guest.exchanges().first?["body"] as? [String: Any])
      #expect((body["text"] as? String)?.utf8.count == 16_384)
      #expect(body["size"] as? Int == 50_000 && body["isCut"] as? Bool == true)
    }
  }

  @Test("each try of a callback is kept, with what was answered")
  func callbacks() async throws {
    let daemon = Daemon { _ in (.serviceUnavailable, "sibuk") }
    try await daemon.whileServing(time: TestClock().time, bearer: "rahasia-kami") { sandbox, guest in
      let events = try await EventReader(guest, path: "/sandbox/traffic/events")
      try await guest.write("halo")
      _ = try await events.first { $0.contains(#""attempt":4"#) && $0.contains(#""httpStatus":503"#) }
      let tries = try await guest.exchanges("?kind=callback&number=081234567801")
      #expect(tries.map { $0["attempt"] as? Int } == [1, 2, 3, 4])
      let last = try #require(tries.last)
      #expect(last["call"] as? String == "message")
      #expect(((last["answer"] as? [String: Any])?["body"] as? [String: Any])?["text"] as? String == "sibuk")
      #expect("\(last["headers"] ?? "")".contains("Bearer rahasi…"))
    }
  }

  @Test("an inquiry is found by the customer whose message it asks for")
  func inquiry() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      let id = try await guest.send("hai").json["message_id"] as? String ?? ""
      try await guest.post("/v1/message/inquiry", #"{"message_id":"\#(id)"}"#)
      #expect(try await guest.exchanges("?call=inquiry&number=081234567801").count == 1)
    }
  }

  @Test("exchanges are asked for by time, number, call and code, and forgotten on demand")
  func filters() async throws {
    let clock = TestClock()
    try await Sandbox(time: clock.time).whileRunning { address in
      let guest = Guest(address: address)
      try await guest.send("satu", to: "abc")
      clock.advance(by: .seconds(60))
      try await guest.send("dua", to: "6281234567802")
      func count(_ query: String) async throws -> Int { try await guest.exchanges("?\(query)").count }
      #expect(try await count("call=do-send") == 2)
      #expect(try await count("status=601") == 1)
      #expect(try await count("number=081234567802") == 1)
      #expect(try await count("since=1563600171000&call=do-send") == 1)
      #expect(try await count("call=do-send&limit=1") == 1)
      let requests = try await guest.get("/sandbox/requests?call=do-send&status=200").text
      #expect(requests.contains("dua") && !requests.contains("satu"))
      #expect(try await guest.delete("/sandbox/requests").status == 204)
      #expect(try await guest.get("/sandbox/traffic").text == "[]")
      #expect(try await guest.get("/sandbox/calls").text == "[]")
    }
  }

  @Test(
    "a question that cannot be answered is refused with a sentence",
    arguments: [
      ("since=yesterday", "milliseconds since 1970"), ("number=12", "no phone number"), ("kind=x", "neither"),
      ("colour=red", "no filter"), ("limit=x", "whole number"),
    ])
  func mistakes(query: String, sentence: String) async throws {
    try await Sandbox().whileRunning { address in
      let answer = try await Guest(address: address).get("/sandbox/traffic?\(query)")
      #expect(answer.status == 400 && answer.text.contains(sentence), "\(answer.text)")
    }
  }

  @Test("only so many are kept, and one that is forgotten is told so")
  func bounded() async throws {
    var world = World()
    world.kept = 5
    try await Sandbox(world: world).whileRunning { address in
      let guest = Guest(address: address)
      for _ in 1...12 { try await guest.post("/v1/token/get") }
      #expect(try await guest.exchanges().map { $0["id"] as? Int } == [8, 9, 10, 11, 12])
      #expect(try await guest.get("/sandbox/traffic/12").json["target"] as? String == "/v1/token/get")
      let forgotten = try await guest.get("/sandbox/traffic/7")
      #expect(forgotten.status == 404 && forgotten.text.contains("forgotten"))
    }
  }

  @Test("the page hears of a call when it begins and when it ends, and of faults and what they strike")
  func live() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      try await guest.post("/before")
      let events = try await EventReader(guest, path: "/sandbox/traffic/events")
      let snapshot = try await events.next()
      #expect(snapshot.eventName == "snapshot" && snapshot.contains(#""target":"/before""#))
      #expect(snapshot.contains(#""kinds":["latency""#))
      try await guest.set(#"{"kind":"html"}"#)
      #expect(try await events.next().eventName == "faults")
      try await guest.post("/after")
      let names = [
        try await events.next(), try await events.next(), try await events.next(), try await events.next(),
      ]
      #expect(names.map { $0.eventName ?? "" } == ["entry", "fault", "entry", "entry"])
      #expect(names[1].contains(#""struck":1"#) && names[3].contains(#""httpStatus":200"#))
      let missed = try await EventReader(guest, lastSeen: names[2].eventID, path: "/sandbox/traffic/events")
      #expect(try await missed.next() == names[3])
      try await guest.delete("/sandbox/traffic")
      #expect(try await missed.next().eventName == "cleared")
    }
  }
}
