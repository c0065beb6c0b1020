import Crypto
import Dialogue
import Foundation
import Gateway
import TestSupport
import Testing
import Wappin

@Suite("sending media")
struct MediaCallTests {
  /// A file of `size` bytes that are no pattern; removed afterwards.
  private func withFile<Result: Sendable>(
    size: Int, _ body: @Sendable (String, [UInt8]) async throws -> Result
  ) async throws -> Result {
    let path = NSTemporaryDirectory() + "balas-media-\(UUID().uuidString)"
    var random = SeededRandom(seed: UInt64(size))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    while bytes.count < size { withUnsafeBytes(of: random.next()) { bytes += $0 } }
    bytes.removeLast(bytes.count - size)
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path, bytes)
  }

  private func message(
    _ path: String?, kind: MediaKind = .image, name: String = "peta.jpg", caption: String? = nil
  )
    -> OutboundMessage
  {
    OutboundMessage(
      channel: Wire.channel, recipient: "628989229471",
      content: .media(.init(kind: kind, hash: "0", fileName: name, caption: caption)), mediaPath: path)
  }

  @Test(
    "the form holds the fields and the very bytes of the file",
    arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
  func form(size: Int) async throws {
    try await withFile(size: size) { path, bytes in
      try await ScriptedServer.run { _ in
        .answer(http: 200, body: Wire.good)
      } _: { provider in
        let sent = message(path, name: "Peta \"toko\" 🌸.JPG", caption: "Kami di sini\nya")
        let result = try await withClient(provider.url) { await $0.send(sent) }
        #expect(result.outcome == .accepted)
        let request = try #require(provider.requests.first)
        #expect(request.path == Wire.mediaPath)
        let form = try #require(StrictForm(contentType: request.headers["content-type"], body: request.body))
        let fields = form.parts.dropLast().map { "\($0.name)=\(String(decoding: $0.bytes, as: UTF8.self))" }
        #expect(
          fields == [
            "client_id=0009", "project_id=16", "recipient_number=628989229471", "media_type=image",
            "caption=Kami di sini\nya",
          ])
        let file = try #require(form.parts.last)
        #expect(file.name == "media")
        #expect(file.fileName == "Peta %22toko%22 🌸.JPG")
        #expect(file.contentType == "image/jpeg")
        #expect(SHA256.hash(data: file.bytes) == SHA256.hash(data: bytes))
        #expect(provider.complaints == [])
      }
    }
  }

  @Test(
    "each kind goes out under its media_type, and audio has no caption",
    arguments: [
      (MediaKind.document, "daftar.pdf", "application/pdf"), (.audio, "salam.opus", "audio/ogg"),
      (.image, "foto", "application/octet-stream"),
    ])
  func kinds(kind: MediaKind, name: String, type: String) async throws {
    try await withFile(size: 10) { path, _ in
      try await ScriptedServer.run { _ in
        .answer(http: 200, body: Wire.good)
      } _: { provider in
        let sent = message(path, kind: kind, name: name, caption: "x")
        _ = try await withClient(provider.url) { await $0.send(sent) }
        let request = try #require(provider.requests.first)
        let form = try #require(StrictForm(contentType: request.headers["content-type"], body: request.body))
        #expect(form.parts.first { $0.name == "media_type" }?.bytes == Array(kind.rawValue.utf8))
        #expect(form.parts.contains { $0.name == "caption" } == (kind != .audio))
        #expect(form.parts.last?.contentType == type)
      }
    }
  }

  @Test("a large upload is read as it is sent, not into memory")
  func boundedMemory() async throws {
    let path = NSTemporaryDirectory() + "balas-large-\(UUID().uuidString)"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let size = 256 << 20
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: UInt64(size))
    try handle.close()
    let before = try residentMemory()
    let received = try await ByteCounter.run { port in
      try await withClient("http://127.0.0.1:\(port)") { client in
        let result = await client.send(message(path, kind: .document, name: "besar.pdf"))
        #expect(result.outcome == .accepted)
      }
    }
    #expect(received > size && received < size + 2000)
    let growth = try residentMemory() - before
    #expect(growth < 128 << 20)
  }

  @Test("a provider that resets in the middle of an upload makes the send ambiguous, without a repeat")
  func resetMidUpload() async throws {
    var manners = ScriptedServer.Manners()
    manners.resetsAfterBodyBytes = 200_000
    try await withFile(size: 20_000_000) { [manners] path, _ in
      try await ScriptedServer.run(manners: manners) { _ in
        .reset
      } _: { provider in
        try await withClient(provider.url) { client in
          for _ in 0..<5 {
            let result = await client.send(message(path))
            #expect(result.outcome == .ambiguous)
            #expect(result.code == "reset")
          }
        }
        #expect(provider.requests.isEmpty)
      }
    }
  }

  @Test("a file that is gone refuses the message and says so")
  func missingFile() async throws {
    for path in [nil, "/nowhere/at/all", NSTemporaryDirectory()] {
      let result = try await withClient("http://127.0.0.1:1") { await $0.send(message(path)) }
      #expect(result.outcome == .rejected)
      #expect(result.code == "file")
    }
  }

  @Test(
    "the codes of a media send are judged as those of a text",
    arguments: [("605", SendOutcome.permanent), ("407", .config)])
  func codes(status: String, outcome: SendOutcome) async throws {
    try await withFile(size: 10) { path, _ in
      try await ScriptedServer.run { _ in
        .answer(http: 200, body: #"{"status":"\#(status)","message":"Upload Media Failed"}"#)
      } _: { provider in
        let result = try await withClient(provider.url) { await $0.send(message(path)) }
        #expect(result.outcome == outcome)
        #expect(result.words == "Upload Media Failed")
        #expect(!result.detail.contains("Upload Media Failed"))
      }
    }
  }

  private func residentMemory() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return (Int(fields[1]) ?? 0) * 4096
  }
}
