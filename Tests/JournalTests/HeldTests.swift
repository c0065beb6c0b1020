import Dialogue
import Testing

@testable import Journal

struct HeldTests {
  let folder: TemporaryFolder
  let journal: Journal
  private static let late = Timestamp.start + Limits.window

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal.small(folder)
  }

  private func queue(_ content: Content, _ origin: String) async throws -> Int64 {
    try await journal.enqueue(
      NewMessage(content: content, expiresAt: Self.late + .seconds(90_000)), channel: channel,
      number: "62811", origin: origin, now: Self.late
    ).outboxID
  }

  private func next(at now: Timestamp = HeldTests.late) async throws -> [Int64] {
    try await journal.heads(of: [1], now: now).map(\.id)
  }

  @Test(
    "when free text may not be sent any more, a template goes first, and the text once the customer wrote")
  func order() async throws {
    try await journal.hear("in.1")
    let text = try await queue(.text("Halo"), "a/1")
    let template = try await queue(.template(MessageTemplate(name: "masih_perlu", params: ["Kak"])), "a/2")
    #expect(try await next(at: Self.late + .seconds(-1)) == [text])
    #expect(try await next() == [template])
    _ = try await journal.sendAccepted(template, messageID: "out.1", at: Self.late)
    #expect(try await next() == [text])
    let held = try #require(try await journal.heads(of: [1], now: Self.late).first)
    #expect(held.isHeld(at: Self.late) && held.windowClosesAt == Self.late)
    try await journal.hear("in.2", at: Self.late + .seconds(60))
    let free = try #require(try await journal.heads(of: [1], now: Self.late + .seconds(60)).first)
    #expect(free.id == text && !free.isHeld(at: Self.late + .seconds(60)))
  }

  @Test("a template that is under way holds back the text that waits as well")
  func underWay() async throws {
    try await journal.hear("in.1")
    _ = try await queue(.text("Halo"), "a/1")
    let template = try await queue(.template(MessageTemplate(name: "x")), "a/2")
    try await journal.begin([template], now: Self.late)
    #expect(try await next() == [template])
  }

  @Test("where nobody knows when the customer wrote, text is not held")
  func unknown() async throws {
    let text = try await queue(.text("Halo"), "a/1")
    #expect(try await journal.heads(of: [1], now: Self.late).map { $0.isHeld(at: Self.late) } == [false])
    #expect(try await next() == [text])
  }

  @Test("a template is kept with all its parts, and its file with it")
  func payload() throws {
    let template = MessageTemplate(
      name: "faktur", params: ["Ani", "a, \"b\""], sms: .init(name: "faktur_sms", params: ["1"]),
      languageCode: "id", header: "H", button: .init(url: "x", replyPayloads: ["ya", "tidak"]),
      media: .init(kind: .document, hash: String(repeating: "ab", count: 32), fileName: "faktur.pdf"))
    for content in [Content.template(template), .template(MessageTemplate(name: "polos"))] {
      let json = try ContentPayload(content).json()
      #expect(try ContentPayload.read(json, at: "here").content == content)
    }
  }
}
