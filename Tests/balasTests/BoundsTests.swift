import ArgumentParser
import Testing

@testable import balas

@Suite struct BoundsTests {
  @Test(
    "a number out of bounds, a negative one too, is told its bounds",
    arguments: [
      (["send", "--to", "0812", "halo", "--wait", "-5"], "--wait takes 0 to 86400 seconds."),
      (["send", "--to", "0812", "halo", "--wait=86401"], "--wait takes 0 to 86400 seconds."),
      (["session", "say", "0812", "halo", "--wait", "-5"], "--wait takes 0 to 86400 seconds."),
      (["session", "list", "--limit", "0"], "--limit takes 1 to 10000."),
      (["session", "show", "0812", "--messages", "1001"], "--messages takes 0 to 1000."),
      (["session", "say", "0812", "halo", "--pause", "--force"], "Give --pause or --force, not both."),
      (
        ["session", "say", "0812", "halo", "--stdin"],
        "Give one text, or one of --stdin, --image, --document and --audio."
      ),
      (["outbox", "list", "--limit", "-1"], "--limit takes 1 to 10000."),
      (["outbox", "list", "--limit", "0"], "--limit takes 1 to 10000."),
      (["demo", "--port", "-1"], "--port takes 0 to 65535."),
      (["sandbox", "--retry-interval", "-1"], "--retry-interval takes 0 to 3600 seconds."),
    ])
  func bounds(arguments: [String], sentence: String) throws {
    do {
      _ = try Balas.parseAsRoot(arguments)
      Issue.record("\(arguments) is taken")
    } catch {
      #expect(Balas.exitCode(for: error) == .validationFailure)
      #expect(Balas.message(for: error) == sentence)
    }
  }

  @Test("numbers within their bounds are taken")
  func taken() throws {
    let send = try #require(try Balas.parseAsRoot(["send", "--to", "0812", "halo", "--wait", "0"]) as? Send)
    #expect(send.wait == 0)
  }
}
