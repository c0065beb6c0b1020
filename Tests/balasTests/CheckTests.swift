import ArgumentParser
import Foundation
import StrictYAML
import Testing

@testable import balas

@Suite struct CheckTests {
  private func report(_ arguments: [String]) throws -> Check.Report {
    try Check.parse(arguments).report()
  }

  @Test("a good bot gets one closing line and status 0")
  func good() throws {
    let path = ExampleBots.path("toko-roti")
    let report = try report([path])
    #expect(report.status == 0)
    #expect(report.output.hasPrefix("\(path): "))
    #expect(report.output.hasSuffix("3 media files, 8 tests, no errors\n"))
    #expect(report.output.filter { $0 == "\n" }.count == 1)
  }

  @Test("the manual shows the closing line as it is")
  func manual() throws {
    let manual = try String(
      contentsOf: ExampleBots.folder.appendingPathComponent("README.md"), encoding: .utf8)
    let path = ExampleBots.path("toko-roti")
    #expect(try manual.contains("\n" + report([path]).output.replacing(path, with: "bots/toko-roti")))
  }

  @Test("mistakes come with the folder in their place, and status 1")
  func bad() throws {
    let folder = try TemporaryFolder()
    try folder.write("scenarios:\n  a:\n    keyword: [x]\n    reply: y\n", to: "bot.yaml")
    let report = try report([folder.url.path])
    #expect(report.status == 1)
    #expect(report.output.contains("\(folder.url.path)/bot.yaml:3:5"))
    #expect(report.output.contains("keyword: [x]"))
    #expect(report.output.contains("1 error"))
  }

  @Test("where a file could not be read, the closing line says that more may show")
  func unreadFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "include: [gone.yaml]\nscenarios:\n  a:\n    keywords: [x]\n    reply: $y\n", to: "bot.yaml")
    #expect(
      try report([folder.url.path]).output.hasSuffix("1 error; more may show once every file can be read\n"))
    try folder.write("texts: {y: z}\ndefault: {reply: z}\n", to: "gone.yaml")
    #expect(try report([folder.url.path]).output.hasSuffix(", no errors\n"))
  }

  @Test("warnings are findings only when strict")
  func strict() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "scenarios:\n  a:\n    keywords: [x, X]\n    reply: y\ndefault:\n  reply: z\n", to: "bot.yaml")
    #expect(try report([folder.url.path]).status == 0)
    #expect(try report([folder.url.path]).output.contains("1 warning"))
    #expect(try report(["--strict", folder.url.path]).status == 1)
  }

  @Test("a folder that cannot be read is status 2, and the others are checked all the same")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let report = try report([folder.url.path, "/nowhere", ExampleBots.path("klinik-gigi")])
    #expect(report.status == 2)
    #expect(report.remarks.contains("there is no folder /nowhere"))
    #expect(report.remarks.contains("has no bot.yaml"))
    #expect(report.output.contains("klinik-gigi"))
  }

  @Test("for programs standard output is nothing but JSON, or nothing but commands")
  func formats() throws {
    let path = ExampleBots.path("toko-roti")
    let json = try JSONSerialization.jsonObject(with: Data(report([path, "--format", "json"]).output.utf8))
    #expect((json as? [Any])?.isEmpty == true)
    #expect(try report([path, "--format", "github"]).output.isEmpty)
    #expect(try report([path, "--format", "json"]).remarks.contains("no errors"))
  }

  @Test("wrong usage is status 64")
  func usage() {
    #expect(throws: (any Error).self) { try Check.parse(["--format", "xml"]) }
    do {
      _ = try Check.parse(["--format", "xml"])
    } catch {
      #expect(Check.exitCode(for: error).rawValue == 64)
    }
  }
}
