import Dialogue
import Foundation
import Journal
import ScenarioFile
import Testing

@testable import Service

@Suite("what a plan compares")
struct PlannedProjectsTests {
  private static let file = """
    bot: {name: Toko, timezone: Asia/Jakarta}
    scenarios:
      harga: {keywords: [harga], reply: Rp 10.000}
    default: {reply: Maaf.}
    """

  private let bench: ReviewBench
  private let old: Bot

  init() async throws {
    bench = try ReviewBench()
    old = try await bench.accept(Self.file)
    try await bench.hear("harga", old)
  }

  /// The desk of a daemon beside which the configuration was changed to `projects`.
  private func desk(_ projects: [Project]) -> AdminDesk {
    var next = bench.desk.live.current
    next.projects = projects
    var desk = bench.desk
    desk.nextConfiguration = { [next] in
      ConfigurationReading(configuration: next, diagnostics: [], sources: [:])
    }
    return desk
  }

  private func project(_ id: String, _ folder: String) -> Project {
    Project(
      channel: Channel(clientID: "0009", projectID: id), secret: Secret("s"), bot: bench.folder.path + folder)
  }

  @Test("a project that the configuration gained, lost or gave another folder is told")
  func configuration() async throws {
    try bench.folder.write("other/bot.yaml", Self.file.replacing("harga]", with: "ongkir]"))
    let moved = try await desk([project("16", "/other"), project("17", "/bot")])
      .plan(since: Timestamp(milliseconds: 0), projectID: nil)
    #expect(moved.channels.map(\.channel) == ["0009/16", "0009/17"])
    #expect(moved.channels[0].botBefore == bench.folder.path + "/bot" && moved.channels[0].different == 1)
    #expect(moved.channels[1].project == .added && moved.channels[1].from == nil)
    let lost = try await desk([project("17", "/bot")]).plan(since: Timestamp(milliseconds: 0), projectID: nil)
    #expect(lost.channels.map(\.project) == [.added, .removed])
    #expect(
      lost.summary.contains(
        "0009/16  removed: its messages get no answer; no conversation is in the middle of something\n"))
    #expect(lost.summary.contains("0009/17  added, with \(bench.folder.path)/bot\n"))
    let only = try await desk([project("16", "/bot"), project("17", "/bot")])
      .plan(since: Timestamp(milliseconds: 0), projectID: "17")
    #expect(only.channels.map(\.channel) == ["0009/17"])
  }

  @Test("a configuration that a reload would refuse is told with its reason")
  func refused() async throws {
    var next = bench.desk.live.current
    next.data = "/elsewhere"
    var desk = bench.desk
    desk.nextConfiguration = { [next] in
      ConfigurationReading(configuration: next, diagnostics: [], sources: [:])
    }
    let report = try await desk.plan(since: Timestamp(milliseconds: 0), projectID: nil)
    #expect(report.channels.isEmpty && report.mistakes?.hasPrefix("`data` cannot change from") == true)
  }

  @Test("a bot that is not deployed yet is compared by the text of its files")
  func undeployed() async throws {
    try bench.folder.write("draft/bot.yaml", Self.file.replacing("harga]", with: "ongkir]"))
    let compilation = Compilation.folder(bench.folder.path + "/draft")
    let order = PlanOrder(folder: "draft", version: try #require(compilation.version))
    let report = try await bench.desk.plan(since: Timestamp(milliseconds: 0), projectID: nil, of: order)
    let plan = try #require(report.channels.first)
    #expect(plan.from == old.hash && plan.to == compilation.bot?.hash && plan.different == 1)
    #expect(plan.changes.changed == ["harga"])
    #expect(try await bench.journal.lastAcceptedBot(channel: ReviewBench.channel)?.hash == old.hash)
  }
}
