import Foundation
import Testing

/// The program from its start to its stop.
@Suite(.timeLimit(.minutes(2))) struct LifecycleTests {
  @Test("a reload that fails says where and changes nothing; one that succeeds takes all over")
  func reload() async throws {
    let installation = try Installation()
    let daemon = try installation.start()
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    let before = try installation.channels()

    try installation.write("bot/bot.yaml", "scenarios: {hello: {keywords: [halo], repl: x}}\n")
    let failing = try installation.balas("reload", "--wait")
    #expect(failing.status == 1)
    #expect(failing.output.contains("bot/bot.yaml:1:39"), "\(failing.output)")
    #expect(try installation.channels() == before)

    try installation.write("bot/bot.yaml", Installation.botFile(saying: "Coba lagi."))
    let succeeding = try installation.balas("reload", "--wait")
    #expect(succeeding.status == 0, "\(succeeding.output)")
    #expect(try installation.channels() != before)

    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("what cannot change while it runs is refused with a sentence")
  func refused() async throws {
    let installation = try Installation()
    let daemon = try installation.start()
    #expect(await daemon.logs("ready"))
    let text = try String(contentsOfFile: installation.config, encoding: .utf8)
    try installation.write("balas.yaml", text.replacing("data: data", with: "data: elsewhere"))
    let result = try Command.run(
      Repository.program, ["reload", "--admin", installation.path + "/admin.sock"])
    #expect(result.status == 1)
    #expect(result.output.contains("`data` cannot change"), "\(result.output)")
  }

  @Test("the last good version runs after a start with a broken file")
  func lastGood() async throws {
    let installation = try Installation()
    let first = try installation.start()
    #expect(await first.logs("ready"))
    first.signal(SIGTERM)
    #expect(await first.status() == 0)
    try installation.write("bot/bot.yaml", "scenarios: [\n")
    let second = try installation.start()
    #expect(await second.logs("ready"), "\(second.log)")
    #expect(second.log.contains("its last accepted version answers"), "\(second.log)")
    second.signal(SIGTERM)
    #expect(await second.status() == 0)
  }

  @Test("a SIGHUP that comes before the daemon listens for it is remembered")
  func earlyHangup() async throws {
    let installation = try Installation()
    // Nothing inside a process covers its first milliseconds; an inherited "ignore" does, as long as it lasts.
    let daemon = try BalasProcess(
      ["run", "--config", installation.config], environment: installation.environment,
      command: ["/bin/sh", "-c", "trap '' HUP; exec \(Repository.program) \"$@\"", "sh"])
    while !(try String(contentsOfFile: "/proc/\(daemon.id)/cmdline", encoding: .utf8)).contains("--config") {
      await Task.yield()
    }
    // Until the handler is there a hangup is lost, so several are sent; once it is ready none is.
    while !daemon.log.contains("ready") {
      daemon.signal(SIGHUP)
      await Task.yield()
    }
    #expect(await daemon.logs("reloaded: "), "\(daemon.log)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("a SIGHUP logs what changed, as a reload prints it")
  func hangup() async throws {
    let installation = try Installation()
    let daemon = try installation.start()
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    try installation.write("bot/bot.yaml", Installation.botFile(saying: "Coba lagi."))
    daemon.signal(SIGHUP)
    #expect(
      await daemon.logs(
        "reloaded: 0009/16  no scenario changed; also changed: default; "
          + "no conversation is in the middle of something; no message to compare"),
      "\(daemon.log)")
    #expect(daemon.log.contains("reloaded: 1 bots are in force"))
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("without a daemon the verbs read the journal, and those that need one say so")
  func withoutDaemon() async throws {
    let installation = try Installation()
    #expect(try installation.balas("status").status == 2)
    let daemon = try installation.start()
    #expect(await daemon.logs("ready"))
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
    let status = try installation.balas("status")
    #expect(status.status == 0)
    #expect(status.output.hasPrefix("not running\n"))
    let send = try installation.balas("send", "--to", "08123456789", "halo")
    #expect(send.status == 2)
    #expect(send.output.contains("No daemon answers at"), "\(send.output)")
  }
}
