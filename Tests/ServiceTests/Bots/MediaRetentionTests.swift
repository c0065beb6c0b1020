import Dialogue
import Foundation
import Journal
import ScenarioFile
import Testing

@testable import Service

/// What becomes of old media: real files, a bot from a folder, a clock of the test's.
@Suite struct MediaRetentionTests {
  private static let day = Duration.seconds(86_400)
  private let folder: TemporaryFolder
  private let journal: Journal
  private let media: MediaStore
  private let start = Timestamp(Date())

  init() throws {
    folder = try TemporaryFolder()
    journal = try Journal(folder: folder.path + "/data")
    media = MediaStore(folder: folder.path + "/data/media")
  }

  private func upkeep(after days: Int) -> Upkeep {
    let now = start + Self.day * days
    let configuration = Configuration(
      listen: Endpoint(host: "127.0.0.1", port: 0), data: folder.path + "/data", admin: "",
      gateway: GatewaySettings(), projects: [])
    return Upkeep(
      journal: journal, wasUnclean: false, live: LiveConfiguration(configuration),
      versions: BotVersions(journal: journal, media: media, now: { now }), latch: FailureLatch(),
      logger: .silent, now: { now })
  }

  /// Puts a file with these bytes into the store; its hash.
  private func kept(_ text: String) throws -> String {
    try media.keep(try folder.write("given", text))
  }

  /// A message with this file, in `state`.
  private func message(_ hash: String, in state: OutboxState) async throws {
    let content = Content.media(.init(kind: .document, hash: hash, fileName: "a.pdf"))
    let id = try await journal.enqueue(
      NewMessage(content: content, expiresAt: start + Self.day * 365), channel: Samples.channel,
      number: "628989229471", origin: "agent/\(UUID())", now: start
    ).outboxID
    guard state != .queued else { return }
    try await journal.begin([id], now: start)
    guard state != .sending else { return }
    _ = try await journal.move([
      OutboxMove(
        id: id, attempt: .init(outcome: "x", code: "x", endedAt: start), state: state, dueAt: start,
        now: start)
    ])
  }

  /// Writes a bot that sends a picture with this pixel and accepts it; the picture's hash.
  private func acceptBot(pixel: UInt8) async throws -> String {
    let head: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52,
    ]
    try folder.write(
      "bot/bot.yaml", "scenarios: {a: {keywords: [gambar], steps: [{image: a.png}]}}\ndefault: {reply: x}\n")
    try Data(head + [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, pixel]).write(
      to: URL(filePath: folder.path + "/bot/a.png"))
    let compilation = Compilation.folder(folder.path + "/bot")
    #expect(compilation.diagnostics.isEmpty, "\(compilation.diagnostics)")
    let versions = upkeep(after: 0).versions
    try await versions.accept(compilation, for: Samples.channel)
    return try #require(compilation.version?.media.values.first?.hash)
  }

  @Test("media that no bot and no message needs go once they are older than keep.media; the others stay")
  func pruned() async throws {
    let pictures = [try await acceptBot(pixel: 1), try await acceptBot(pixel: 2)]
    var needed: [String] = pictures
    var spent: [String] = [try kept("nobody asked for it")]
    for state in OutboxState.allCases {
      let hash = try kept("a file in \(state)")
      try await message(hash, in: state)
      if state.holdsBack || state == .held { needed.append(hash) } else { spent.append(hash) }
    }
    try folder.write("data/media/.half-made", "x")

    await upkeep(after: 29).tidy()
    for hash in needed + spent { #expect(media.holds(hash)) }

    await upkeep(after: 31).tidy()
    for hash in needed { #expect(media.holds(hash)) }
    for hash in spent { #expect(!media.holds(hash)) }
    #expect(access(folder.path + "/data/media/.half-made", F_OK) != 0)
    #expect(try await journal.lastAcceptedBot(channel: Samples.channel) != nil)
    try await journal.close()
  }

  @Test("what is put there again, or named by a message to be sent, is young again")
  func young() async throws {
    let hashes = [try kept("one"), try kept("two"), try kept("three")]
    let old = Date(timeIntervalSinceNow: -31 * 86_400)
    for hash in hashes {
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: media.path(of: hash))
    }
    #expect(media.hashes(before: start - Self.day * 30) == Set(hashes))
    #expect(try media.keep("/nowhere", expected: hashes[0]) == hashes[0])
    #expect(try kept("two") == hashes[1])
    #expect(media.prune(Set(hashes), before: start - Self.day * 30) == 1)
    #expect(hashes.map(media.holds) == [true, true, false])
    try await journal.close()
  }
}
