import Foundation
import Ledger
import TestSupport
import Testing

/// The program beside the stand-in, which takes a message and resets the connection instead of answering.
@Suite("an answer of the provider that is lost", .timeLimit(.minutes(2)))
struct LostAnswerWayTests {
  /// What the customer got of the bot, once the message is at an end.
  private func received(isExclusive: Bool) async throws -> (count: Int, daemonSaid: String) {
    let premises = try Premises()
    let sandbox = try await SandboxProcess(
      "--secret", "secret", "--callback", premises.address.url, "--callback-token", "from-the-provider")
    try premises.configure(provider: sandbox.address)
    let file = premises.file("balas.yaml")
    let settings = isExclusive ? "  settle: 60s\n  exclusive: true\n" : "  settle: 1s\n"
    try String(contentsOfFile: file, encoding: .utf8).replacing("  settle: 1s\n", with: settings)
      .write(toFile: file, atomically: true, encoding: .utf8)
    let daemon = try DaemonProcess(premises)
    try await daemon.ready()
    let fault = try await sandbox.call(
      "POST", "/sandbox/faults",
      body: #"{"kind": "reset", "when": "after", "call": "do-send", "times": 1}"#)
    #expect((200...201).contains(fault.status), "\(fault.body)")
    #expect(try await sandbox.write("tanya harga").status < 300)
    let list = ["outbox", "list", "--config", file]
    var said = ""
    try await premises.wait(for: "the message is delivered") {
      said = (try? Command.run(Repository.program, list).output) ?? ""
      return said.contains("  delivered  ")
    }
    daemon.send(SIGTERM)
    #expect(await daemon.end() == 0, "\(premises.logText)")
    let messages = try await sandbox.call("GET", "/sandbox/messages").body
    return (messages.components(separatedBy: "jawab tanya harga").count - 1, premises.logText)
  }

  @Test(
    "is made good by the provider's own news where nothing else writes: the customer gets the message once")
  func exclusive() async throws {
    let (count, log) = try await received(isExclusive: true)
    #expect(count == 1, "\(log)")
    #expect(log.contains("was sent after all"), "\(log)")
  }

  @Test("costs the customer the same message twice where others write too, and no more")
  func shared() async throws {
    let (count, log) = try await received(isExclusive: false)
    #expect(count == 2, "\(log)")
  }
}
