import Dialogue
import Foundation
import GRDB
import Testing

@testable import Journal

struct StoredTextTests {
  private static let texts = [
    "", "halo", "Selamat pagi 🙏", "a\"b", "a\\", "\\u0041", "baris\nbaru\r\t", "\u{0}", "\u{1F}\u{7F}",
    "e\u{301}", "}", "\":\"",
  ]

  @Test("a text is read back as it was written, whatever is in it", arguments: texts)
  func payload(text: String) throws {
    let json = try EventPayload(text: text).json()
    #expect(try EventPayload.read(json, at: "here").text == text)
    #expect(try JSONDecoder().decode(EventPayload.self, from: Data(json.utf8)).text == text)
    let content = try ContentPayload(.text(text)).json()
    #expect(try ContentPayload.read(content, at: "here").content == .text(text))
  }

  @Test(
    "what is not plain is left to the JSON reader",
    arguments: [
      "{}", "", "{", #"{"text":""#, #"{"texts":"a"}"#, #"{"text":"a","b":"c"}"#, #"{"text":"a\n"}"#,
    ])
  func notPlain(json: String) { #expect(JSONText.readPlain("text", json) == nil) }

  @Test("a reason is the JSON its decoder reads, for every kind of winner", arguments: texts)
  func reason(text: String) throws {
    let match = Match(
      scenario: text, kind: .keyword, phrase: text, message: [text, "b", text], at: 2, count: 1,
      isWhole: false,
      slots: [text: "x", "b": text], slotNames: [text, "b"])
    let place = StepPlace(scenario: text, step: "ask 1")
    let winners: [Reason.Winner] = [
      .scenario(text), .fallback(miss: 3), .mediaFallback, .silent(text), .answer(place), .retry(place),
      .closed,
      .timer(.nudge), .callEnded(place), .gone(place), .notSent(place), .released,
    ]
    for winner in winners {
      for match in [match, nil] {
        var reason = Reason(winner: winner, match: match, path: [text, "x"])
        #expect(try JSONText.read(Reason.self, ReasonText.write(reason), at: "here") == reason)
        (reason.question, reason.isFirst) = (MetQuestion(place: place, tries: 2), true)
        #expect(try JSONText.read(Reason.self, ReasonText.write(reason), at: "here") == reason)
        reason.question?.isHeld = true
        #expect(try JSONText.read(Reason.self, ReasonText.write(reason), at: "here") == reason)
      }
    }
  }

  @Test("a conversation is kept whole, and takes two letters where there is nothing but its times")
  func conversation() throws {
    let times = Conversation(startedAt: .start, lastInboundAt: .start + .seconds(1))
    var full = times
    full.vars = ["nama": "Sari"]
    full.misses = 2
    for conversation in [Conversation(), times, full] {
      let kept = try ConversationState(conversation)
      #expect((kept.json == "{}") == (conversation != full))
      #expect(try kept.conversation(at: "here") == conversation)
    }
  }

  @Test("a journal of the first version keeps its conversations")
  func firstVersion() async throws {
    let folder = try TemporaryFolder()
    var old = Conversation(startedAt: .start, lastInboundAt: .start, vars: ["nama": "Sari"], misses: 1)
    old.panel = OpenPanel(scenario: "cs", openedAt: .start, lastAt: .start)
    let json = try JSONText.write(old)
    var journal = try Journal.small(folder)
    try await journal.hear("1")
    try await journal.writer.write { db in
      try db.execute(
        sql: """
          DROP INDEX conversation_panel;
          ALTER TABLE conversation DROP COLUMN panel_at;
          ALTER TABLE conversation DROP COLUMN panel_unanswered;
          ALTER TABLE conversation DROP COLUMN last_inbound_at;
          ALTER TABLE conversation DROP COLUMN turns;
          ALTER TABLE conversation DROP COLUMN turns_since;
          ALTER TABLE outbox DROP COLUMN note;
          ALTER TABLE outbox DROP COLUMN needs_window;
          DROP INDEX outbox_silent;
          ALTER TABLE outbox DROP COLUMN inquiries
          """)
      try db.execute(
        sql: "INSERT INTO conversation(contact_id, bot, state, started_at, revision) VALUES (1, '', ?, ?, 1)",
        arguments: [json, Timestamp.start.milliseconds])
      try db.execute(
        sql: """
          DROP INDEX outbox_accepted;
          DROP TABLE call;
          DROP TABLE broadcast_row;
          DROP TABLE broadcast;
          DROP TABLE usage;
          DELETE FROM grdb_migrations WHERE identifier >= '2';
          PRAGMA user_version = 1
          """)
    }
    try await journal.close()
    journal = try Journal.small(folder)
    #expect(try await journal.work(for: [1]).first?.conversation == old)
    let panels = try await journal.panels()
    #expect(panels.open == 1 && panels.unanswered == 1 && panels.unansweredSince == .start)
    try await journal.close()
  }
}
