import Foundation
import TestSupport
import Testing

/// People in conversations, by the command line, with the provider's stand-in behind the daemon.
@Suite(.timeLimit(.minutes(2))) struct SessionVerbsTests {
  private static let bot = """
    scenarios:
      price:
        keywords: [harga]
        reply: "Rp 10.000"
      person:
        keywords: [cs]
        type: chat_panel
        panel:
          opened: "Sebentar ya."
          release: {say: "Terima kasih."}
    default:
      reply: "Maaf."

    """

  private let secret = ["BALAS_SECRET": "s3cret"]
  private let sandbox: SandboxProcess
  private let installation: Installation

  init() async throws {
    sandbox = try await SandboxProcess("--secret", "s3cret")
    installation = try Installation(provider: sandbox.address)
    try installation.write("bot/bot.yaml", Self.bot)
  }

  private func session(_ arguments: String..., input: String? = nil) throws -> Command {
    try Command.run(
      Repository.program, ["session"] + arguments + ["--config", installation.config], input: input)
  }

  /// The customer's message, at the stand-in and, as its callback, at the daemon.
  private func hear(_ text: String, _ daemon: BalasProcess) async throws {
    #expect(try await sandbox.write(text).status == 200)
    let port = try #require(
      daemon.log.firstMatch(of: /listen=127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) })
    let body = """
      {"message_id":"\(UUID())","client_id":"0009","project_id":"16","sender_number":"\(sandbox.customer)",\
      "message_content":"\(text)","timestamp":"\(Int(Date().timeIntervalSince1970))","callback_type":"message"}
      """
    let caller = try Caller(port: port)
    caller.send(
      "POST /callback HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    #expect(try await caller.answer().body == #"{"status":"000"}"#)
  }

  /// Waits until the stand-in has got so many texts.
  private func received(_ texts: [String]) async throws -> String {
    var messages = ""
    while !texts.allSatisfy({ messages.contains($0) }), !Task.isCancelled {
      messages = try await sandbox.call("GET", "/sandbox/messages?author=business").body
    }
    return messages
  }

  @Test("an agent finds who waits, answers, survives a death of the daemon, and gives the customer back")
  func agent() async throws {
    let number = "0" + sandbox.customer.dropFirst(2)
    var daemon = try installation.start(environment: secret)
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    try await hear("cs", daemon)
    _ = try await received(["Sebentar ya."])
    let waiting = try session("list", "--unanswered").output
    #expect(waiting.hasPrefix("\(sandbox.customer)  0009/16  panel person  since "), "\(waiting)")
    #expect(waiting.hasSuffix("  nobody has answered\n"), "\(waiting)")
    #expect(
      try installation.balas("status").output.contains("panels  1 open, 1 unanswered, the first since "))

    let said = try session("say", number, "--stdin", "--key", "1", input: "Saya Dewi.\nAda apa?\n")
    #expect(said.status == 0, "\(said.output)")
    #expect(said.output.contains("made by  agent/1/1\n"), "\(said.output)")
    #expect(try session("list", "--unanswered").output == "")
    daemon.signal(SIGKILL)
    #expect(await daemon.status() == -SIGKILL)
    #expect(try session("list", "--panel").output.contains("  panel person  since "))

    daemon = try installation.start(environment: secret)
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    let again = try session("say", number, "Saya Dewi.\nAda apa?", "--key", "1")
    #expect(again.status == 0, "\(again.output)")
    #expect(again.output.contains("This was said before with the same key, and is not sent again."))
    try await hear("harga", daemon)
    let released = try session("release", number)
    #expect(released.status == 0, "\(released.output)")
    #expect(released.output == "\(sandbox.customer)  0009/16  the bot has it\n", "\(released.output)")
    try await hear("harga", daemon)
    let messages = try await received(["Terima kasih.", "Rp 10.000"])
    #expect(messages.components(separatedBy: "Saya Dewi.").count == 2, "\(messages)")
    #expect(messages.components(separatedBy: "Rp 10.000").count == 2, "\(messages)")

    let shown = try session("show", number).output
    for line in [
      "  customer  cs  (scenario person)\n", "  agent  Saya Dewi.\n    Ada apa?  (", "  event  release",
    ] {
      #expect(shown.contains(line), "\(line) is missing:\n\(shown)")
    }
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("speaking where the bot has the conversation takes --pause or --force, and a pause lasts")
  func besideBot() async throws {
    let daemon = try installation.start(environment: secret)
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    #expect(
      try session("pause", sandbox.customer).output.contains("is no customer of 0009/16; look at the number"))
    try await hear("harga", daemon)
    let refused = try session("say", sandbox.customer, "Halo")
    #expect(refused.status == 2)
    #expect(refused.output.hasPrefix("balas: The bot has the conversation with "), "\(refused.output)")
    #expect(try session("say", sandbox.customer, "Promo", "--force").status == 0)
    #expect(try session("list").output == "")
    #expect(try session("say", sandbox.customer, "Saya Dewi.", "--pause").status == 0)
    #expect(try session("list").output.contains("  paused  since "))
    let paused = try session("pause", sandbox.customer)
    #expect(paused.status == 0 && paused.output.contains("A person has this conversation already."))
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
    let kept = try session("release", sandbox.customer)
    #expect(
      kept.status == 0 && kept.output.contains("comes into force when the daemon runs"), "\(kept.output)")
  }
}
