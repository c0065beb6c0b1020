import Foundation
import NIOCore
import NIOHTTP1
import Outcall
import TestSupport
import Testing

@testable import Sandbox

@Suite("What every call of the stand-in has in common")
struct EveryCallTests {
  static let paths = ProviderCall.allCases.filter { $0 != .token }.map { "/\($0.path)" }

  @Test(
    "without a header, or with one of another kind, it is 406; with an unknown token 401", arguments: paths)
  func unauthorized(path: String) async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      #expect(try await guest.post(path, "{}").code == "406 Auth not recognize")
      #expect(
        try await guest.post(path, "{}", headers: Guest.basic("0009", "rahasia")).code
          == "406 Auth not recognize")
      #expect(
        try await guest.post(path, "{}", headers: Guest.bearer("unknown")).code == "401 Invalid credential")
    }
  }

  @Test("from an address that is not on the client's list it is 407, also for a token")
  func addressNotAllowed() async throws {
    var world = World()
    world.clients[0].allow = ["10.0.0.0/8", "::1"].compactMap { IPNetwork($0) }
    let sandbox = Sandbox(world: world)
    try await sandbox.whileRunning { address async throws in
      let guest = Guest(address: address)
      let refusal = "407 IP Address not allowed"
      #expect(
        try await guest.post("/v1/token/get", headers: Guest.basic("9", "rahasia")).code == refusal)
      #expect(
        try await guest.post("/v1/token/get", headers: Guest.basic("9", "salah")).code
          == "401 Invalid credential")
      // A token that was given elsewhere.
      let reply = try await sandbox.switchboard.answer(
        .token, CallBody(fields: [:]), upload: nil, client: sandbox.switchboard.world.clients[0])
      guard case .object(let fields) = reply.data, case .string(let token) = fields.first?.1 else {
        Issue.record("no token: \(reply.json.text)")
        return
      }
      for path in Self.paths {
        #expect(try await guest.post(path, "{}", headers: Guest.bearer(token)).code == refusal)
      }
    }
  }

  @Test("from an address that is on the client's list it is taken", arguments: ["127.0.0.1", "127.0.0.0/8"])
  func addressAllowed(network: String) async throws {
    var world = World()
    world.clients[0].allow = [IPNetwork(network)].compactMap(\.self)
    try await Sandbox(world: world).whileRunning { address async throws in
      #expect(try await Guest(address: address).send("hai").code == "200 Success")
    }
  }

  @Test("broken JSON is 400 Error no input received", arguments: paths)
  func brokenJSON(path: String) async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      let deep = #"{"params":"# + String(repeating: "[", count: 5000)
      for body in ["", "{", "[]", "null", "halo", #"{"client_id":"0009""#, "{\"a\":\"\u{1}\"}", deep] {
        let answer = try await guest.ask(path, body)
        #expect(answer.status == 200)
        #expect(answer.code == "400 Error no input received", "\(body.prefix(40))")
      }
    }
  }

  @Test("every call is a POST: by GET there is nothing", arguments: ["/v1/token/get"] + paths)
  func methods(path: String) async throws {
    try await Sandbox().whileRunning { address async throws in
      #expect(try await Guest(address: address).get(path).status == 404)
    }
  }

  @Test("a trailing slash changes nothing", arguments: ["/v1/token/get"] + paths)
  func trailingSlash(path: String) async throws {
    try await Sandbox().whileRunning { address async throws in
      #expect(try await Guest(address: address).post(path + "/").code == "406 Auth not recognize")
    }
  }

  @Test("other spellings of ids, and numbers for text, are taken; another's project is 400")
  func ids() async throws {
    try await Sandbox().whileRunning { address async throws in
      let guest = Guest(address: address)
      for ids in [#""client_id":9,"project_id":16"#, #""client_id":"9","project_id":"16""#] {
        let answer = try await guest.ask(
          "/v1/phone/number-checker", "{\(ids),\"phone_number\":6281234567801}")
        #expect(answer.code == "200 Phone Number Valid")
      }
      for ids in [#""client_id":"0009","project_id":"17""#, #""client_id":"10","project_id":"16""#] {
        for (path, rest) in [
          ("do-send", #""message_content":"a""#), ("do-send-hsm", #""type":"templ_uat_2","params":[]"#),
        ] {
          let answer = try await guest.ask(
            "/v1/message/\(path)", "{\(ids),\(rest),\"recipient_number\":\"0812345678\"}")
          #expect(answer.code == "400 Project ID or Client ID cannot be process.")
        }
      }
    }
  }

  @Test("a call for a token may come without any body and without Content-Length")
  func noContentLength() async throws {
    try await Sandbox().whileRunning { address async throws in
      let caller = try Caller(port: address.port)
      caller.send(
        "POST /v1/token/get HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic MDAwOTpyYWhhc2lh\r\n\r\n")
      let answer = try await caller.answer()
      #expect(answer.status == 200)
      #expect(answer.body.contains(#""token_type":"access_token""#))
    }
  }

  @Test("a call for a token may come with an empty form")
  func emptyForm() async throws {
    try await Sandbox().whileRunning { address async throws in
      var headers = Guest.basic("0009", "rahasia")
      headers.add(name: "Content-Type", value: "multipart/form-data; boundary=b")
      #expect(
        try await Guest(address: address).post("/v1/token/get", "--b--\r\n", headers: headers).code
          == "200 Success")
    }
  }

  @Test("the HTTP status is 200 whatever the code, unless the world mirrors it")
  func httpStatus() async throws {
    for (rule, statuses) in [
      (World.HTTPStatusRule.always200, [200, 200, 200, 200, 200]), (.mirrored, [200, 406, 401, 404, 400]),
    ] {
      var world = World.shop
      world.httpStatus = rule
      try await Sandbox(world: world).whileRunning { address async throws in
        let guest = Guest(address: address)
        let answers = [
          try await guest.post("/v1/token/get", headers: Guest.basic("0009", "rahasia")),
          try await guest.post("/v1/token/get"),
          try await guest.post("/v1/token/get", headers: Guest.basic("0009", "salah")),
          try await guest.ask("/v1/message/inquiry", "{}"), try await guest.send("a", to: "abc"),
        ]
        #expect(answers.map(\.status) == statuses)
        #expect(answers.map { $0.json["status"] as? String } == ["200", "406", "401", "404", "601"])
      }
    }
  }

  @Test("every refusal says what the document says, word by word")
  func words() {
    let words = Refusal.allCases.map { "\($0.reply().code.rawValue) \($0.reply().message)" }
    #expect(
      words == [
        "400 Error no input received", "400 Project ID or Client ID cannot be process.",
        "400 Message param count do not match", "400 params sms count do not match",
        "401 Invalid credential", "404 API Notification Template not found or inactive",
        "404 Content Template SMS not found", "404 Data not Found", "406 Auth not recognize",
        "407 IP Address not allowed",
        "419 Sorry, the API Send Message can only be used for projects with production status. "
          + "Please try API Sending Message using Sandbox - Send Session Message.",
        "600 Not delivered, Contact validate Failed", "601 Contact invalid", "601 Phone Number Invalid",
        "605 Upload Media Failed", "700 Error from vendor",
      ])
    #expect(Set(words.map { $0.prefix(3) }).count == ProviderReply.Code.allCases.count - 1)
  }
}
