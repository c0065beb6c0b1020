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

  @Test("the example of a world that it prints can be used as it is, and options win over it")
  func exampleWorld() async throws {
    let example = try Command.run(Repository.program, ["sandbox", "--example-world"])
    #expect(example.status == 0)
    let file = try worldFile(example.output)
    let sandbox = try await SandboxProcess(
      "--world", file, "--secret", "s3cret", "--callback", "http://127.0.0.1:9/callback")
    #expect(sandbox.process.log.contains("http://127.0.0.1:9/callback, with the client's access token"))
    let basic = "Basic " + Data("0009:s3cret".utf8).base64EncodedString()
    let token = try await sandbox.call("POST", "/v1/token/get", authorization: basic).body
    let value = try #require(token.firstMatch(of: /[0-9a-f]{64}/)).output
    let sent = try await sandbox.call(
      "POST", "/v1/message/do-send-hsm", authorization: "Bearer \(value)",
      body: #"{"client_id":"9","project_id":"17","type":"templ_uat_2","recipient_number":"0812345678","#
        + #""params":["a","b"]}"#)
    #expect(sent.body.contains(#""status":"200""#), "\(sent.body)")
  }

  @Test("a world with a mistake ends with 78, its place told")
  func mistake() async throws {
    let file = try worldFile("sesion: 24h\n")
    let process = try BalasProcess(["sandbox", "--listen", "127.0.0.1:0", "--world", file])
    #expect(await process.status() == 78)
    #expect(process.log.contains("\(file):1:1  error[unknown-key]  `sesion` is not a word of the world"))
    #expect(process.log.contains("Did you mean `session`?"), "\(process.log)")
  }

  /// A file with `text`, among the temporary ones.
  private func worldFile(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "world-\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test("what goes wrong from the start is said on the command line, and a mistake there ends with 64")
  func faults() async throws {
    let sandbox = try await SandboxProcess("--fault", "kind=http,status=503,times=1", "--fault", "kind=html")
    #expect(try await sandbox.call("POST", "/v1/token/get").status == 503)
    #expect(try await sandbox.call("POST", "/v1/token/get").body.hasPrefix("<!DOCTYPE html>"))
    let wrong = try BalasProcess(["sandbox", "--fault", "kind=flood"])
    #expect(await wrong.status() == 64)
    #expect(wrong.log.contains("--fault kind=flood: There is no fault of the kind"), "\(wrong.log)")
  }
}
