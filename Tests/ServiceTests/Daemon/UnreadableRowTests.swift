import Dialogue
import Foundation
import GRDB
import Gateway
import Journal
import Testing

@testable import Service

@Suite("a row of the journal that makes no sense", .timeLimit(.minutes(1)))
struct UnreadableRowTests {
  private static func change(_ folder: String, _ sql: String) throws {
    var configuration = GRDB.Configuration()
    configuration.busyMode = .timeout(5)
    let queue = try DatabaseQueue(path: folder + "/journal.sqlite3", configuration: configuration)
    try queue.write { db in try db.execute(sql: sql) }
    try queue.close()
  }

  @Test("its contact is left alone and told of; everybody else is answered, and the daemon goes on")
  func contact() async throws {
    let now = Int(Date().timeIntervalSince1970)
    let log = RecordedLog()
    let counts = try await DaemonBench.run(log: log) { bench in
      for (id, number) in [("a", "628111111111"), ("b", "628222222222")] {
        _ = try await bench.post(Samples.message(id: id, sender: number, timestamp: now))
      }
      while bench.provider.messages.count < 2 { await Task.yield() }
      try Self.change(
        bench.folder.path + "/data", "UPDATE contact SET vars = '[' WHERE number = '628111111111'")
      for (id, number) in [("c", "628111111111"), ("d", "628222222222")] {
        #expect(try await bench.post(Samples.message(id: id, sender: number, timestamp: now)).status == 200)
      }
      while bench.provider.messages.count < 3 { await Task.yield() }
      while !log.text.contains("contact 1 of the journal cannot be read") { await Task.yield() }
      #expect(bench.provider.messages.map(\.number).filter { $0 == "628222222222" }.count == 2)
      #expect(try await bench.monitor("/metrics").body.contains("balas_unreadable_rows_total 1"))
    }
    #expect(counts.inbox == ["done": 3, "new": 1])
  }

  @Test("an outgoing message that makes no sense is held, and the contact's next one goes")
  func message() async throws {
    let gateway = HandGateway()
    try await SenderBench.run(gateway) { journal, now in
      for text in ["satu", "dua"] {
        _ = try await journal.enqueue(
          NewMessage(content: .text(text), expiresAt: now + .seconds(60)), channel: .sample,
          number: "628989229471", origin: "agent/\(text)", now: now)
      }
      try Self.change(journal.folder, "UPDATE outbox SET payload = '{' WHERE id = 1")
    } _: { bench in
      let send = await gateway.next()
      #expect(send.text == "dua")
      let held = try #require(try await bench.journal.outboxRow(1)).row
      #expect(held.state == .held)
      #expect(held.reason?.contains("outbox row 1 of the journal cannot be read") == true)
      send.answer(.sample(.accepted))
    }
  }
}
