import Foundation
import TestSupport
import Testing

/// The `curl` lines of the README against `balas sandbox`.
@Suite struct ReadmeCallsTests {
  /// The blocks of the section about the stand-in that call it.
  private static let blocks: [String] = {
    let readme = (try? String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)) ?? ""
    let sections = readme.components(separatedBy: "\n## ")
    let section = sections.first { $0.hasPrefix("Build against the provider") } ?? ""
    return section.components(separatedBy: "\n```").filter { $0.hasPrefix("sh\napi=") }
      .map { String($0.dropFirst("sh\n".count)) }
  }()

  @Test("every call of the provider is there, and is answered with the code that stands behind it")
  func calls() async throws {
    let calls = try #require(Self.blocks.first)
    for path in [
      "token/get", "do-send ", "do-send-media", "do-send-hsm ", "do-send-hsm-with-media", "message/inquiry",
      "number-checker", "params_sms",
    ] {
      #expect(calls.contains(path), "no example of \(path)")
    }
    let codes = calls.matches(of: /#\s+(\d{3})$/.anchorsMatchLineEndings()).map { String($0.output.1) }
    #expect(codes.count == 7)
    let folder = try Self.folder()
    let sandbox = try await Self.sandbox(in: folder)
    let output = try Self.run(calls, against: sandbox, in: folder)
    let answered = output.matches(of: /"status":"(\d{3})"/).map { String($0.output.1) }
    #expect(answered == codes, "\(output)")
    let shown = try await sandbox.call("GET", "/sandbox/messages").body
    for word in ["Halo *Kak*!", "katalog.jpg", "pesanan INV-7 sudah dikirim", "faktur.pdf", "Pesanan INV-7"] {
      #expect(shown.contains(word), "\(word) is not in \(shown)")
    }
  }

  @Test("the faults are taken, listed and cleared, and what was received is told")
  func faults() async throws {
    let faults = try #require(Self.blocks.dropFirst().first)
    let folder = try Self.folder()
    let sandbox = try await Self.sandbox(in: folder)
    let output = try Self.run(faults, against: sandbox, in: folder)
    #expect(!output.contains("\"error\""), "\(output)")
    for kind in ["reset", "http", "callback-twice"] { #expect(output.contains("\"\(kind)\""), "\(output)") }
    #expect(try await !sandbox.call("GET", "/sandbox/faults").body.contains("\"kind\""))
  }

  /// A folder with the files that the examples send, and the world they are for.
  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data([0xFF, 0xD8, 0xFF, 0xE0]).write(to: folder.appending(path: "katalog.jpg"))
    try Data("%PDF-1.4\n".utf8).write(to: folder.appending(path: "faktur.pdf"))
    let world = try Command.run(Repository.program, ["sandbox", "--example-world"])
    try world.output.write(to: folder.appending(path: "world.yaml"), atomically: true, encoding: .utf8)
    return folder
  }

  private static func sandbox(in folder: URL) async throws -> SandboxProcess {
    // Nobody is to be called back.
    try await SandboxProcess(
      "--world", folder.appending(path: "world.yaml").path, "--callback", "http://127.0.0.1:9/")
  }

  private static func run(_ block: String, against sandbox: SandboxProcess, in folder: URL) throws -> String {
    let own = block.replacing("http://127.0.0.1:8090", with: "http://127.0.0.1:\(sandbox.port)")
    let result = try Command.run(
      "/bin/bash", ["-c", "set -euo pipefail; cd '\(folder.path)'\n\(own)"])
    #expect(result.status == 0, "\(result.output)")
    return result.output
  }
}
