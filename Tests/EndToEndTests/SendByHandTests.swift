import Foundation
import Testing

/// `balas send` and what WhatsApp would not take.
@Suite struct SendByHandTests {
  @Test("what WhatsApp would not take ends with 2 and a sentence, and nothing is queued")
  func refused() async throws {
    let installation = try Installation()
    let daemon = try installation.start()
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    let wrong: [([String], String)] = [
      (["--image", "/etc/passwd"], "balas: `/etc/passwd` has no ending that tells its type."),
      (["--image", "/nowhere/toko.jpg"], "balas: `/nowhere/toko.jpg` cannot be read"),
      ([""], "balas: The text is empty"),
      ([String(repeating: "a", count: 5000)], "balas: The text has 5000 characters"),
    ]
    for (arguments, sentence) in wrong {
      let command = ["send", "--config", installation.config, "--to", "628123456789"] + arguments
      let result = try Command.run(Repository.program, command)
      #expect(result.status == 2, "\(result.output)")
      #expect(result.output.hasPrefix(sentence), "\(result.output)")
    }
    #expect(try installation.balas("outbox", "list").output == "")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }
}
