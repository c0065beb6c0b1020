import Foundation
import Testing

/// What the program says, and how it ends, when it cannot start.
@Suite struct ExitTests {
  /// How a start ends that must fail, and the last line of its log.
  private func end(_ installation: Installation) async throws -> (status: Int32, log: String) {
    let process = try installation.start()
    return (await process.status(), process.log)
  }

  @Test("a second daemon on one data folder is told who has it, and ends with 69")
  func locked() async throws {
    let installation = try Installation()
    let first = try installation.start()
    #expect(await first.logs("ready"), "\(first.log)")
    let second = try await end(installation)
    #expect(second.status == 69)
    #expect(second.log.contains("is in use by the process \(first.id)"), "\(second.log)")
    first.signal(SIGTERM)
    #expect(await first.status() == 0)
  }

  @Test("a second daemon on one admin socket ends with 69, and the first one goes on answering there")
  func adminTaken() async throws {
    let installation = try Installation()
    let first = try installation.start()
    #expect(await first.logs("ready"), "\(first.log)")
    let other = try String(contentsOfFile: installation.config, encoding: .utf8)
    try installation.write("other.yaml", other.replacing("data: data", with: "data: other"))
    let second = try BalasProcess(
      ["run", "--config", installation.path + "/other.yaml"], environment: installation.environment)
    #expect(await second.status() == 69)
    #expect(
      second.log.contains("another process answers at \(installation.path)/admin.sock"), "\(second.log)")
    #expect(try installation.balas("status").output.contains("running since"))
    first.signal(SIGTERM)
    #expect(await first.status() == 0)
  }

  @Test("a taken port ends with 69")
  func portTaken() async throws {
    let first = try Installation()
    let holder = try first.start()
    #expect(await holder.logs("ready"))
    let port = try #require(holder.log.firstMatch(of: /listen=127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) })
    let second = try await end(try Installation(port: port))
    #expect(second.status == 69)
    #expect(second.log.contains("cannot listen on 127.0.0.1:\(port): it is taken"), "\(second.log)")
  }

  @Test("a data folder that is a file ends with 74")
  func notWritable() async throws {
    let installation = try Installation(data: "in-the-way/data")
    try installation.write("in-the-way", "a file")
    let result = try await end(installation)
    #expect(result.status == 74)
    #expect(result.log.contains("in-the-way/data"), "\(result.log)")
  }

  @Test(
    "a data folder of another user ends with 74",
    .enabled(if: getuid() == 0, "only root can start the daemon as another user: run the tests as root"))
  func otherUser() async throws {
    let installation = try Installation()
    try FileManager.default.createDirectory(
      atPath: installation.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let program = try ProgramForAnybody()
    let process = try BalasProcess(
      ["run", "--config", installation.config],
      environment: installation.environment.merging(program.environment) { own, _ in own },
      command: ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", program.path])
    #expect(await process.status() == 74)
    #expect(process.log.contains("The data cannot be kept at \(installation.data)"), "\(process.log)")
    #expect(process.log.contains("Permission denied"), "\(process.log)")
    #expect(process.log.split(separator: "\n").count == 1, "\(process.log)")
  }

  @Test("a damaged database ends with 65")
  func damaged() async throws {
    let installation = try Installation()
    try FileManager.default.createDirectory(atPath: installation.data, withIntermediateDirectories: true)
    try installation.write("data/journal.sqlite3", String(repeating: "no database ", count: 1000))
    let result = try await end(installation)
    #expect(result.status == 65)
    #expect(result.log.contains("is damaged or not one of balas"), "\(result.log)")
  }

  @Test("a database of a newer balas ends with 65")
  func newer() async throws {
    let installation = try Installation()
    let first = try installation.start()
    #expect(await first.logs("ready"))
    first.signal(SIGTERM)
    #expect(await first.status() == 0)
    try raiseSchema(installation.data + "/journal.sqlite3")
    let result = try await end(installation)
    #expect(result.status == 65)
    #expect(result.log.contains("was made by a newer balas"), "\(result.log)")
  }

  /// The schema's number, `user_version`, stands in bytes 60 to 63 of the file.
  private func raiseSchema(_ path: String) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seek(toOffset: 60)
    try file.write(contentsOf: Data([0, 1, 0, 0]))
    try file.close()
  }

  @Test("a mistake in the configuration ends with 78, its place told")
  func configuration() async throws {
    let installation = try Installation()
    try installation.write("balas.yaml", "lisen: 127.0.0.1:0\n")
    let result = try await end(installation)
    #expect(result.status == 78)
    #expect(result.log.contains("balas.yaml:1:1"), "\(result.log)")
    #expect(result.log.contains("Did you mean `listen`?"))
  }

  @Test("a bot with a mistake ends with 78 if no version of it was ever accepted")
  func brokenBot() async throws {
    let installation = try Installation()
    try installation.write("bot/bot.yaml", "scenarios: {a: {keyword: [x]}}\n")
    let result = try await end(installation)
    #expect(result.status == 78)
    #expect(result.log.contains("bot/bot.yaml:1:"), "\(result.log)")
  }

  @Test("a missing secret ends with 78 and names both places")
  func missingSecret() async throws {
    let installation = try Installation()
    let process = try BalasProcess(["run", "--config", installation.config])
    #expect(await process.status() == 78)
    #expect(process.log.contains("CREDENTIALS_DIRECTORY/secret"), "\(process.log)")
    #expect(process.log.contains("BALAS_SECRET"))
  }

  @Test("a wrong usage ends with 64")
  func usage() throws {
    #expect(try Command.run(Repository.program, ["run", "--nonsense"]).status == 64)
  }
}
