import Foundation
import TestSupport
import Testing

/// `balas sandbox` as a person starts it.
@Suite struct SandboxTests {
  @Test("the lines that it prints work as they are")
  func printedLines() async throws {
    let curl = "/usr/bin/curl"
    try #require(access(curl, X_OK) == 0, "\(curl) is missing: apt-get install curl")
    let sandbox = try await SandboxProcess()
    let lines = sandbox.process.log.components(separatedBy: "By hand:")[1].split(separator: "\n").dropFirst()
    #expect(lines.contains { $0.contains("$(curl") } && lines.count { $0.contains("curl ") } == 3)
    // Each call's HTTP status goes to standard error, past the pipe one of them ends in.
    let script = """
      set -euo pipefail
      curl() { command curl -sS -w '%{stderr}HTTP %{http_code}\\n' "$@"; }
      \(lines.joined(separator: "\n"))
      """
    let result = try Command.run("/bin/bash", ["-c", script])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.components(separatedBy: "HTTP 200\n").count == 4, "\(result.output)")
    #expect(result.output.contains(#""status":"200""#), "\(result.output)")
    let messages = try await sandbox.call("GET", "/sandbox/messages").body
    #expect(messages.contains("halo") && messages.contains("Halo *Kak*!"), "\(messages)")
    sandbox.process.signal(SIGINT)
    #expect(await sandbox.process.status() == 0)
  }

  @Test("a taken port ends with 69")
  func portTaken() async throws {
    let sandbox = try await SandboxProcess()
    let second = try BalasProcess(["sandbox", "--listen", "127.0.0.1:\(sandbox.port)"])
    #expect(await second.status() == 69)
    #expect(second.log.contains("127.0.0.1:\(sandbox.port) is taken by another program"), "\(second.log)")
  }
}
