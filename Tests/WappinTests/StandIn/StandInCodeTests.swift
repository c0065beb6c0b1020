import Dialogue
import Gateway
import Outcall
import Sandbox
import Testing
import Wappin

/// Every code of the document, given by the stand-in and understood by the client.
@Suite("codes of the stand-in and what the client makes of them", .timeLimit(.minutes(1)))
struct StandInCodeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var message: OutboundMessage
    var outcome: SendOutcome
    var code: String
    var says: String?
    var testDescription: String { "\(code) \(says ?? "")" }

    init(_ message: OutboundMessage, _ outcome: SendOutcome, _ code: String, _ says: String? = nil) {
      (self.message, self.outcome, self.code, self.says) = (message, outcome, code, says)
    }
  }

  private static let sends: [Case] = [
    Case(StandIn.message(.text("hai")), .accepted, "200"),
    Case(StandIn.message(StandIn.template()), .accepted, "200"),
    Case(StandIn.message(StandIn.template(sms: "siap_sms")), .accepted, "200"),
    Case(StandIn.message(.text("")), .permanent, "400", "Error no input received"),
    Case(
      StandIn.message(.text("hai"), project: "99"), .permanent, "400",
      "Project ID or Client ID cannot be process."),
    Case(
      StandIn.message(StandIn.template("siap", ["Ani"])), .permanent, "400",
      "Message param count do not match"),
    Case(
      StandIn.message(
        .template(MessageTemplate(name: "siap", params: ["a", "b"], sms: .init(name: "siap_sms")))),
      .permanent, "400", "params sms count do not match"),
    Case(
      StandIn.message(StandIn.template("tidak_ada")), .permanent, "404",
      "API Notification Template not found or inactive"),
    Case(
      StandIn.message(StandIn.template(sms: "tidak_ada")), .permanent, "404", "Content Template SMS not found"
    ),
    Case(StandIn.message(.text("hai"), project: "17"), .config, "419", "projects with production status"),
    Case(
      StandIn.message(StandIn.template(), to: "628110000600"), .unreachable, "600", "Contact validate Failed"),
    Case(StandIn.message(.text("hai"), to: "628110000601"), .unreachable, "601", "Contact invalid"),
    Case(StandIn.message(StandIn.template(), to: "628110000601"), .unreachable, "601", "Contact invalid"),
    Case(
      StandIn.message(StandIn.template(sms: "siap_sms"), to: "628110000700"), .ambiguous, "700",
      "Error from vendor"),
  ]

  @Test(
    "a send, with HTTP 200 whatever the code is, or with the code's own", arguments: sends, [true, false])
  func send(case expected: Case, isMirrored: Bool) async throws {
    var world = StandIn.world
    if isMirrored { world.httpStatus = .mirrored }
    try await StandIn.serving(world) { client, _ in
      let result = await client.send(expected.message)
      #expect(result.outcome == expected.outcome && result.code == expected.code, "\(result)")
      #expect((result.messageID != nil) == (expected.outcome == .accepted))
      if let says = expected.says { #expect(result.words?.contains(says) == true, "\(result)") }
      #expect(result.mayResend == (expected.code != "700"))
    }
  }

  @Test("a text goes out with its marks and line breaks as they are")
  func marks() async throws {
    try await StandIn.serving { client, sandbox in
      let text = "Halo *Kak*, _ini_ ~bukan~ ```kode```\n\n{{1}} \\n \"x\" 😀"
      #expect(await client.send(StandIn.message(.text(text))).outcome == .accepted)
      #expect(await sandbox.switchboard.allMessages.last?.text == text)
    }
  }

  @Test("media: taken, and 605 for a file that is not what it is said to be")
  func media() async throws {
    try await MediaFile.with([0xFF, 0xD8, 0xFF]) { path in
      try await StandIn.serving { client, sandbox in
        func send(_ content: Content) async -> String {
          let result = await client.send(StandIn.message(content, file: path))
          return "\(result.outcome.rawValue) \(result.code)"
        }
        #expect(await send(StandIn.media(.image, "toko.jpg")) == "accepted 200")
        #expect(await send(StandIn.media(.audio, "toko.jpg")) == "permanent 605")
        var bill = MessageTemplate(name: "tagihan", params: ["Mei"])
        bill.media = Content.Media(kind: .document, hash: "", fileName: "tagihan.pdf")
        #expect(await send(.template(bill)) == "accepted 200")
        bill.media?.fileName = "tagihan.jpg"
        #expect(await send(.template(bill)) == "permanent 605")
        #expect(await sandbox.switchboard.allMessages.compactMap(\.media).count == 2)
      }
    }
  }

  @Test("401 where the secret is wrong, 407 where the address is not allowed")
  func callers() async throws {
    var world = StandIn.world
    world.clients[0].secret = "other"
    try await StandIn.serving(world) { client, _ in
      let result = await client.send(StandIn.message(.text("hai")))
      #expect(result.outcome == .config && result.code == "token-401", "\(result)")
    }
    world = StandIn.world
    world.clients[0].allow = [try #require(IPNetwork("10.0.0.0/8"))]
    try await StandIn.serving(world) { client, _ in
      let result = await client.send(StandIn.message(.text("hai")))
      #expect(result.outcome == .config && result.code == "token-407", "\(result)")
    }
  }

  @Test(
    "a token that ended before its time is renewed, whatever a second call for one gives",
    arguments: [World.TokenRules.Repeated.sameToken, .noData, .nullData])
  func tokens(repeated: World.TokenRules.Repeated) async throws {
    var world = StandIn.world
    world.tokens.repeated = repeated
    try await StandIn.serving(world) { client, sandbox in
      #expect(await client.send(StandIn.message(.text("satu"))).outcome == .accepted)
      let first = try await client.currentToken(clientID: "0009")
      await sandbox.switchboard.revokeTokens()
      // So soon after a token it is not asked for another.
      let refused = await client.send(StandIn.message(.text("dua")))
      #expect(refused.outcome == .throttled && refused.code == "401", "\(refused)")
      #expect(first.value.count == 64)
    }
  }

  @Test("an inquiry tells the news in their order, and 404 of what it does not know")
  func inquiry() async throws {
    try await StandIn.serving { client, _ in
      let sent = await client.send(StandIn.message(.text("hai")))
      let channel = Channel(clientID: "0009", projectID: "16")
      guard case .known(let news) = await client.inquire(try #require(sent.messageID), on: channel) else {
        Issue.record("nothing is known of \(sent)")
        return
      }
      #expect(news.map(\.status) == [.sent, .delivered] && news.allSatisfy { $0.at != nil })
      guard case .notFound(let result) = await client.inquire("5d31a231ab0ea", on: channel) else {
        Issue.record("it is known")
        return
      }
      #expect(result.code == "404")
    }
  }

  @Test("the number checker: valid, 601, and 400 for a project of nobody")
  func numbers() async throws {
    try await StandIn.serving { client, _ in
      let channel = Channel(clientID: "0009", projectID: "16")
      #expect(await client.check(StandIn.customer, on: channel) == .valid)
      guard case .invalid(let result) = await client.check("628110000601", on: channel) else {
        Issue.record("it is valid")
        return
      }
      #expect(result.code == "601")
      let other = Channel(clientID: "0009", projectID: "99")
      guard case .failed(let failure) = await client.check(StandIn.customer, on: other) else {
        Issue.record("it was asked")
        return
      }
      #expect(failure.code == "400")
    }
  }
}
