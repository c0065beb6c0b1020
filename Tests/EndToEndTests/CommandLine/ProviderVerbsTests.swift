import Foundation
import TestSupport
import Testing

/// The verbs that speak to the provider, with the stand-in in its place.
@Suite struct ProviderVerbsTests {
  private let secret = ["BALAS_SECRET": "s3cret"]

  private func houses() async throws -> (SandboxProcess, Installation) {
    let sandbox = try await SandboxProcess("--secret", "s3cret")
    return (sandbox, try Installation(provider: sandbox.address))
  }

  @Test("doctor finds nothing wrong where nothing is, before the first start and beside a daemon")
  func healthy() async throws {
    let (sandbox, installation) = try await houses()
    defer { withExtendedLifetime(sandbox) {} }
    let before = try installation.balas("doctor", environment: secret)
    #expect(before.status == 0, "\(before.output)")
    #expect(
      before.output.contains("ok    secret of client 0009: the provider takes it\n"), "\(before.output)")
    let daemon = try installation.start(environment: secret)
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    let beside = try installation.balas("doctor", environment: secret)
    #expect(beside.status == 0, "\(beside.output)")
    #expect(beside.output.contains("ok    daemon: answers at "), "\(beside.output)")
    // As a person who does not see what systemd gave the daemon.
    let blind = try installation.balas("doctor", "--format", "json")
    #expect(blind.status == 0, "\(blind.output)")
    #expect(!blind.output.contains("\"fail\""), "\(blind.output)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("doctor names the client whose secret the provider refuses")
  func wrongSecret() async throws {
    let (sandbox, installation) = try await houses()
    defer { withExtendedLifetime(sandbox) {} }
    let result = try installation.balas("doctor", environment: ["BALAS_SECRET": "rah4s1a"])
    #expect(result.status == 1)
    let failures = result.output.split(separator: "\n").filter { $0.hasPrefix("fail") }
    #expect(failures.count == 1, "\(result.output)")
    #expect(failures.first?.hasPrefix("fail  secret of client 0009: ") == true, "\(failures)")
    #expect(failures.first?.contains("401") == true, "\(failures)")
    #expect(!result.output.contains("rah4s1a"))
    // A running daemon is asked itself: only it knows what it was given.
    let daemon = try installation.start(environment: ["BALAS_SECRET": "rah4s1a"])
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    let beside = try installation.balas("doctor")
    #expect(beside.status == 1)
    #expect(beside.output.contains("\nfail  secret of client 0009: "), "\(beside.output)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("doctor names what is missing, broken or out of reach")
  func broken() throws {
    let installation = try Installation()
    let unreachable = try installation.balas("doctor", environment: secret)
    #expect(unreachable.status == 1)
    #expect(
      unreachable.output.contains(
        "fail  provider: http://127.0.0.1:1 cannot be reached (nobody at its address takes connections); "),
      "\(unreachable.output)")
    try installation.write("bot/bot.yaml", "scenarios: [\n")
    let result = try installation.balas("doctor")
    #expect(result.status == 1)
    #expect(result.output.contains("fail  credentials: "), "\(result.output)")
    #expect(result.output.contains("BALAS_SECRET"), "\(result.output)")
    #expect(result.output.contains("fail  bot 0009/16: "), "\(result.output)")
    try installation.write("balas.yaml", "lisen: 127.0.0.1:0\n")
    let mistakes = try installation.balas("doctor")
    #expect(mistakes.status == 1)
    #expect(mistakes.output.contains("Did you mean `listen`?"), "\(mistakes.output)")
  }

  @Test("send brings texts and media to a customer, and says what became of them")
  func send() async throws {
    let (sandbox, installation) = try await houses()
    let daemon = try installation.start(environment: secret)
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    #expect(try await sandbox.write("halo").status == 200)
    // As people write numbers.
    let number = "0" + sandbox.customer.dropFirst(2)
    let files = Repository.path("Tests/EndToEndTests/Bot/files")
    let sent = [
      try installation.balas("send", "--to", number, "Halo *Kak*"),
      try installation.balas(
        "send", "--to", number, "--document", files + "/katalog-2026.pdf", "--caption", "Katalog kami"),
      try installation.balas("send", "--to", number, "--image", files + "/toko.jpg", "--project", "16"),
      try installation.balas("send", "--to", number, "--audio", files + "/salam.ogg"),
    ]
    for result in sent { #expect(result.status == 0, "\(result.output)") }
    #expect(sent[0].output.contains("Halo *Kak*"), "\(sent[0].output)")
    let received = try await sandbox.call("GET", "/sandbox/messages?author=business").body
    for text in ["Halo *Kak*", "Katalog kami", "katalog-2026.pdf", "toko.jpg", "salam.ogg"] {
      #expect(received.contains(text), "\(text) is missing: \(received)")
    }
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("what cannot be sent is told in a sentence")
  func notSent() async throws {
    let (sandbox, installation) = try await houses()
    let daemon = try installation.start(environment: secret)
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    for (arguments, sentence) in [
      (["--to", "nobody", "halo"], "`nobody` is no phone number"),
      (["--to", sandbox.customer, "--project", "99", "halo"], "No project 99 is configured; there is 16."),
      (
        ["--to", sandbox.customer, "--image", "/nowhere/a.jpg"],
        "`/nowhere/a.jpg` cannot be read: No such file or directory."
      ),
    ] {
      let result = try Command.run(
        Repository.program, ["send", "--config", installation.config] + arguments)
      #expect(result.status == 2)
      #expect(result.output.contains(sentence), "\(result.output)")
      #expect(result.output.filter { $0 == "\n" }.count == 1)
    }
    _ = try await sandbox.write("halo")
    let refused = try installation.balas(
      "send", "--to", sandbox.customer, "--image", Repository.path("Tests/EndToEndTests/Bot/bot.yaml"))
    #expect(refused.status == 2, "\(refused.output)")
    #expect(refused.output.contains("a `.yaml` file cannot be sent as an image"), "\(refused.output)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("token tells when a token ends and never the token")
  func token() async throws {
    let (sandbox, installation) = try await houses()
    let daemon = try installation.start(environment: secret)
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    #expect(try installation.balas("token").output.hasPrefix("client 0009  none yet; "))
    let renewed = try installation.balas("token", "--renew")
    #expect(renewed.status == 0, "\(renewed.output)")
    let credentials = Data("0009:s3cret".utf8).base64EncodedString()
    let answer = try await sandbox.call("POST", "/v1/token/get", authorization: "Basic \(credentials)").body
    let value = String(try #require(answer.firstMatch(of: /[0-9a-f]{64}/)).output)
    let shown = [
      renewed, try installation.balas("token"), try installation.balas("token", "--format", "json"),
    ]
    for result in shown {
      #expect(result.status == 0)
      #expect(result.output.contains("0009"))
      #expect(!result.output.contains(value.dropFirst(8)), "\(result.output)")
    }
    #expect(shown[1].output.contains(/until \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n/), "\(shown[1].output)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
    // Kept across restarts, and told without a daemon as well.
    #expect(try installation.balas("token").output == shown[1].output)
  }
}
