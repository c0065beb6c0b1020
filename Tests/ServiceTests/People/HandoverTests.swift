import Dialogue
import Foundation
import Journal
import Testing

@testable import Service

@Suite("who has a conversation", .timeLimit(.minutes(1)))
struct HandoverTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a pause survives a restart, and the bot goes on at the release")
  func pause() async throws {
    let (provider, time) = (SmallProvider(), TestTime())
    try await PeopleBench.run(in: folder, provider: provider, time: time) { bench in
      try await bench.hear("harga")
      let reply = try await bench.admin.handOver(.pause, "+62 898-9229-471", projectID: "16")
      #expect(reply.changed && reply.isInForce && reply.session.panel != nil)
      #expect(try await bench.admin.handOver(.pause, PeopleBench.customer, projectID: nil).changed == false)
      try await bench.hear("harga")
      try await bench.settle()
    }
    try await PeopleBench.run(in: folder, provider: provider, time: time) { bench in
      try await bench.hear("harga")
      let reply = try await bench.admin.handOver(.release, "08989229471", projectID: nil)
      #expect(reply.changed && reply.isInForce && reply.session.panel == nil)
      #expect(try await bench.admin.handOver(.release, PeopleBench.customer, projectID: nil).changed == false)
      #expect(provider.messages.count == 1)
      try await bench.hear("harga")
      #expect(await bench.received(2) == ["Rp 10.000", "Rp 10.000"])
    }
  }

  @Test("an operator's release says the panel's words and runs its `then`")
  func release() async throws {
    try await PeopleBench.run(in: folder) { bench in
      try await bench.hear("cs")
      let reply = try await bench.admin.handOver(.release, PeopleBench.customer, projectID: nil)
      #expect(reply.changed && reply.session.panel == nil)
      #expect(await bench.received(3) == ["Sebentar ya.", "Terima kasih.", "Puas?"])
    }
  }

  @Test("without a daemon a pause is kept for the next start, and is what a person's message goes by")
  func offline() async throws {
    let (provider, time) = (SmallProvider(), TestTime())
    try await PeopleBench.run(in: folder, provider: provider, time: time) { try await $0.hear("harga") }
    let configuration = Configuration(
      listen: Endpoint(host: "127.0.0.1", port: 0), data: folder.path + "/data", admin: "",
      gateway: GatewaySettings(),
      projects: [Project(channel: .sample, secret: Secret("s"), bot: "bot")])
    try await OfflineAdministration.with(configuration) { administration in
      let reply = try await administration.handOver(.pause, PeopleBench.customer, projectID: nil)
      #expect(reply.changed && !reply.isInForce && reply.session.waitingEvents == 1)
      #expect(try await administration.sessions(.panel, projectID: nil, limit: 9).isEmpty)
      await #expect(throws: AdminRefusal.self) {
        try await administration.say(
          PeopleBench.customer, projectID: nil, SayOrder(.text("x"), key: "1", besideBot: .send))
      }
    }
    try await PeopleBench.run(in: folder, provider: provider, time: time) { bench in
      try await bench.say("Saya Dewi.", key: "1")
      try await bench.hear("harga")
      try await bench.settle()
    }
    #expect(provider.messages.map(\.text) == ["Rp 10.000", "Saya Dewi."])
  }

  @Test("who waits for a person stands first in the list, which tells nothing that was said")
  func list() async throws {
    try await PeopleBench.run(in: folder) { bench in
      try await bench.hear("harga", from: "62811111111")
      try await bench.hear("pesan", from: "62822222222")
      try await bench.hear("cs", from: "62833333333")
      try await bench.say("Saya Dewi.", key: "1", to: "62833333333")
      bench.time.advance(by: .seconds(1))
      try await bench.hear("cs", from: "62844444444")
      try await bench.hear("rahasia", from: "62844444444")
      bench.time.advance(by: .seconds(1))
      try await bench.hear("cs", from: "62855555555")
      try await bench.settle()
      func numbers(_ filter: SessionFilter) async throws -> [String] {
        try await bench.admin.sessions(filter, projectID: "16", limit: 9).map {
          String($0.number.dropFirst(2))
        }
      }
      #expect(try await numbers(.open) == ["844444444", "855555555", "833333333", "822222222"])
      #expect(try await numbers(.panel) == ["844444444", "855555555", "833333333"])
      #expect(try await numbers(.unanswered) == ["844444444", "855555555"])
      let (status, body) = try await bench.call("GET", "/sessions?filter=panel")
      #expect(status == 200 && !body.contains("rahasia") && !body.contains("Sebentar"), "\(body)")
      let metrics = try await bench.metrics()
      #expect(
        metrics.contains("\nbalas_open_panels 3\n") && metrics.contains("\nbalas_unanswered_panels 2\n"))
      let panels = try await bench.admin.status().panels
      #expect(panels.open == 3 && panels.unanswered == 2)
      #expect(panels.unansweredSince == .start + .seconds(1))
    }
  }

  @Test("a conversation is shown with what was said, why, and what waits")
  func show() async throws {
    try await PeopleBench.run(in: folder, sends: false) { bench in
      try await bench.hear("pesan")
      try await bench.hear("Budi")
      try await bench.hear("cs")
      try await bench.say("Saya Dewi.", key: "1")
      let detail = try await bench.admin.session(PeopleBench.customer, projectID: nil, entries: 20)
      #expect(detail.vars == ["nama": "Budi"])
      #expect(
        detail.history.map { "\($0.author) \($0.text ?? "")" }.sorted() == [
          "agent Saya Dewi.", "bot Nama?", "bot Sebentar ya.", "bot Siap.", "customer Budi", "customer cs",
          "customer pesan",
        ])
      #expect(
        detail.history.filter { $0.author == .customer }.map(\.why) == [
          "scenario order", "answer order/nama", "scenario person",
        ])
      #expect(detail.waiting.map(\.state) == [.queued, .queued, .queued, .queued])
      #expect(
        try await bench.admin.session(PeopleBench.customer, projectID: nil, entries: 2).history.count == 2)
    }
  }

  @Test("the routes take what a dashboard sends, and refuse the rest in words")
  func routes() async throws {
    try await PeopleBench.run(in: folder) { bench in
      try await bench.hear("cs")
      let said = try await bench.call(
        "POST", "/sessions/%2B628989229471/say?project=16", #"{"text": "Saya Dewi.", "key": "7"}"#)
      #expect(said.0 == 200 && said.1.contains(#""wasSaidBefore":false"#), "\(said)")
      #expect(await bench.received(2) == ["Sebentar ya.", "Saya Dewi."])
      let wrong: [(String, String, String, Int)] = [
        ("GET", "/sessions?filter=all", "", 422), ("GET", "/sessions/628111111111", "", 404),
        ("GET", "/sessions/nobody", "", 422),
        ("POST", "/sessions/628989229471/say", #"{"text": "Halo"}"#, 422),
        ("POST", "/sessions/628989229471/say", #"{"key": "8"}"#, 422),
        ("POST", "/sessions/628989229471/say", #"{"text": "Halo", "key": ""}"#, 422),
        ("POST", "/sessions/628989229471/say", #"{"text": "Halo", "key": "7"}"#, 409),
      ]
      for (method, path, body, status) in wrong {
        let answer = try await bench.call(method, path, body)
        #expect(answer.0 == status, "\(path) \(body): \(answer)")
        #expect(answer.1.contains(#""description":"#), "\(answer)")
      }
      #expect(try await bench.call("POST", "/sessions/628989229471/release").0 == 200)
    }
  }
}
