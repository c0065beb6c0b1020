import Dialogue
import Foundation
import Gateway
import Journal
import Testing

@testable import Service

/// What an operator may ask, in the process that holds the journal.
@Suite struct AdminDeskTests {
  private let folder: TemporaryFolder
  private let journal: Journal
  private let desk: AdminDesk
  private let media: MediaStore

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal(folder: folder.path + "/data")
    media = MediaStore(folder: folder.path + "/data/media")
    let configuration = Configuration(
      listen: Endpoint(host: "127.0.0.1", port: 0), data: folder.path + "/data", admin: "",
      gateway: GatewaySettings(),
      projects: [Project(channel: Samples.channel, secret: Secret("s"), bot: "bot")])
    desk = AdminDesk(
      journal: journal, live: LiveConfiguration(configuration),
      tokenStore: JournalTokenStore(journal: journal),
      media: media,
      running: AdminDesk.Running(
        startedAt: Samples.now, bots: BotRegistry(), outgoing: WokenContacts(), sending: { [] },
        reload: { ReloadReport() }, missingCredentials: { [] },
        renewToken: { _ in throw AdminRefusal(.failed, "no provider") }, provider: ScriptedAnswers()),
      now: { Samples.now })
  }

  private func send(_ content: Content) async throws -> OutboxItem {
    try await desk.send(SendOrder(to: "628989229471", projectID: nil, content: content))
  }

  private func sentence(_ work: () async throws -> OutboxItem) async -> String {
    do {
      return "done: \(try await work().state)"
    } catch {
      return "\(error)"
    }
  }

  @Test("an empty or too long text is refused, and nothing is queued")
  func texts() async throws {
    #expect(await sentence { try await send(.text(" \n")) } == "The text is empty; write something.")
    let long = String(repeating: "é", count: 4097)
    #expect(
      await sentence { try await send(.text(long)) }
        == "The text has 4097 characters; WhatsApp takes at most 4096: make it shorter.")
    #expect(try await journal.counts().outbox.isEmpty)
    #expect(try await send(.text(String(long.dropLast()))).state == .queued)
  }

  @Test("a file is proved as a bot's media are, and nothing is queued where it fails")
  func files() async throws {
    func file(_ name: String, _ bytes: [UInt8], caption: String? = nil) async throws -> OutboxItem {
      let path = folder.path + "/" + name
      try Data(bytes).write(to: URL(filePath: path))
      let hash = try media.keep(path)
      return try await send(
        .media(Content.Media(kind: .image, hash: hash, fileName: name, caption: caption)))
    }
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]
    #expect(
      await sentence { try await file("passwd", Array("root:x:0".utf8)) }
        == "`passwd` has no ending that tells its type. As an image go `.jpg` `.jpeg` `.png`.")
    #expect(
      await sentence { try await file("a.png", Array("<html>".utf8)) }
        == "`a.png` is no `.png` file: its first bytes are those of a web page. "
        + "Save it again as `.png`, or give it the ending of what it is.")
    #expect(await sentence { try await file("b.png", []) } == "`b.png` is empty. Copy the file again.")
    let large = png + [UInt8](repeating: 0, count: 5 << 20)
    #expect(
      await sentence { try await file("c.png", large) }.contains("WhatsApp takes at most 5 MB as an image"))
    #expect(
      await sentence { try await file("d.png", png, caption: String(repeating: "a", count: 1025)) }
        == "The caption has 1025 characters; WhatsApp takes at most 1024: make it shorter.")
    #expect(try await journal.counts().outbox.isEmpty)
    #expect(try await file("e.png", png, caption: "Mawar").state == .queued)
  }

  @Test("a template is proved: its parts, its lengths, and what goes out nowhere")
  func templates() async throws {
    func refusal(_ template: MessageTemplate) async -> String {
      await sentence { try await send(.template(template)) }
    }
    let long = String(repeating: "a", count: 1025)
    #expect(await refusal(MessageTemplate(name: " ")) == "The template's name is empty; write something.")
    #expect(
      await refusal(MessageTemplate(name: "a", params: ["x", ""])) == "Parameter 2 is empty; write something."
    )
    #expect(
      await refusal(MessageTemplate(name: "a", sms: .init(name: "s", params: [long])))
        == "SMS parameter 1 has 1025 characters; WhatsApp takes at most 1024: make it shorter.")
    #expect(
      await refusal(MessageTemplate(name: "a", languageCode: "")) == "The language is empty; write something."
    )
    #expect(await refusal(MessageTemplate(name: "a", header: "")) == "The header is empty; write something.")
    #expect(
      await refusal(MessageTemplate(name: "a", button: .init(url: "")))
        == "The end of the button's address is empty; write something.")
    #expect(
      await refusal(MessageTemplate(name: "a", button: .init(replyPayloads: ["1", " "])))
        == "The reply of button 2 is empty; write something.")
    #expect(
      await refusal(MessageTemplate(name: "a", button: .init(replyPayloads: ["1", "2", "3", "4"])))
        == "A template has at most 3 buttons to reply with; leave some out.")
    #expect(try await journal.counts().outbox.isEmpty)
    let whole = MessageTemplate(
      name: "a", params: ["1"], sms: .init(name: "s", params: ["2"]), languageCode: "id", header: "h",
      button: .init(url: "u", replyPayloads: ["1", "2", "3"]))
    #expect(try await send(.template(whole)).content == .template(whole))
  }

  @Test(
    "a template's file is a picture or a document, in the store and proved, and leaves no room for an SMS")
  func templateFiles() async throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]
    let path = folder.path + "/a.png"
    try Data(png).write(to: URL(filePath: path))
    let media = Content.Media(kind: .image, hash: try media.keep(path), fileName: "a.png")
    let wrong: [(MessageTemplate, String)] = [
      (
        MessageTemplate(name: "a", sms: .init(name: "s"), media: media),
        "A template with a file cannot be sent as an SMS as well: leave one of them out."
      ),
      (
        MessageTemplate(name: "a", header: "h", media: media),
        "A template's header is a text or a file, not both: leave one of them out."
      ),
      (
        MessageTemplate(name: "a", media: .init(kind: .audio, hash: media.hash, fileName: "a.mp3")),
        "A template's file is a picture or a document, not a sound."
      ),
      (
        MessageTemplate(name: "a", media: .init(kind: .image, hash: "00", fileName: "b.png")),
        "b.png is not in the media store; send it again."
      ),
    ]
    for (template, words) in wrong {
      #expect(await sentence { try await send(.template(template)) } == words)
    }
    let renamed = MessageTemplate(
      name: "a", media: .init(kind: .document, hash: media.hash, fileName: "a.pdf"))
    #expect(await sentence { try await send(.template(renamed)) }.contains("is no `.pdf` file"))
    #expect(try await journal.counts().outbox.isEmpty)
    #expect(try await send(.template(MessageTemplate(name: "a", media: media))).state == .queued)
  }

  @Test("what cannot be retried or dropped is told with its reason")
  func decisions() async throws {
    let id = try await send(.text("halo")).id
    #expect(
      await sentence { try await desk.retry(id) }
        == "Message \(id) is queued and cannot be queued anew: it waits to be sent already.")
    try await journal.begin([id], now: Samples.now)
    _ = try await journal.move([
      OutboxMove(
        id: id, attempt: .init(outcome: "accepted", code: "200", endedAt: Samples.now), state: .sent,
        dueAt: Samples.now, messageID: "out", now: Samples.now)
    ])
    _ = try await journal.record(
      IncomingStatus(
        channel: Samples.channel, messageID: "out", status: "failed", providerAt: nil,
        receivedAt: Samples.now,
        number: nil))
    #expect(
      await sentence { try await desk.retry(id) }
        == "Message \(id) is failed and cannot be queued anew: the provider has it and may still deliver it; "
        + "`balas send` sends it as a new message.")
    #expect(await sentence { try await desk.drop(id) }.contains("cannot be dropped: the provider has it"))
  }
}
