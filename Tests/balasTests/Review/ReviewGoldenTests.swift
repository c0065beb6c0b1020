import Dialogue
import Foundation
import Testing

@testable import Service
@testable import balas

@Suite("what verbs that look back print")
struct ReviewGoldenTests {
  private static let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")
  private static let plain = TerminalStyle(isColoured: false)
  private static let since = ReviewedShop.now - .seconds(7 * 86_400)

  private let shop: ReviewedShop

  init() async throws { shop = try await ReviewedShop() }

  /// Compares with the golden beside this file; with `RECORD=1` writes it.
  private func expect(_ actual: String, _ name: String) throws {
    let actual = actual.replacing(shop.path, with: "/etc/balas/bots/toko")
    let file = Self.goldens.appendingPathComponent(name)
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", actual != expected {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at the difference")
    } else {
      #expect(actual == expected)
    }
    #expect(!actual.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
  }

  @Test("why: each message with where it came, what won and what was said")
  func why() async throws {
    var text = ""
    for id in 1...24 {
      text += try await shop.desk.why("inbox/\(id)", projectID: nil).text(Self.plain) + "\n"
    }
    try expect(text, "why.txt")
  }

  @Test("unanswered: groups with their counts, and as scenarios")
  func unanswered() async throws {
    let report = try await shop.desk.unanswered(since: Self.since, projectID: nil, limit: 50)
    try expect(report.text(Self.plain), "unanswered.txt")
    try expect(ScenarioSkeleton.text(report), "unanswered.yaml")
  }

  @Test("usage: what was touched, and what nobody reached")
  func usage() async throws {
    let report = try await shop.desk.usage(since: Self.since, projectID: nil)
    try expect(report.text(Self.plain), "usage.txt")
  }

  @Test("plan: what would change, and in a line as a reload tells it")
  func plan() async throws {
    try shop.write(ReviewedShop.edited)
    let report = try await shop.desk.plan(since: Self.since, projectID: nil)
    try expect(report.text(Self.plain), "plan.txt")
    try expect(report.summary, "reload.txt")
  }

  @Test("what customers wrote moves no terminal")
  func harmless() throws {
    let example = "\u{1B}[2J\u{202E}kue\u{7}"
    let plan = PlanReport(
      since: Self.since,
      channels: [
        PlanReport.ChannelPlan(
          channel: "0009/16", bot: "toko", from: "a", to: "b", different: 1,
          differences: [.init(from: "x", to: "y", count: 1, example: example)],
          rewordings: [.init(winner: "x", count: 1, example: example, before: [example], after: [example])])
      ])
    let unanswered = UnansweredReport(
      since: Self.since, messages: 1,
      groups: [
        .init(
          channel: "0009/16", words: ["kue"], count: 1, example: example, lastAt: Self.since,
          suggestedName: "kue")
      ], groupCount: 1)
    for text in [plan.text(Self.plain), unanswered.text(Self.plain), ScenarioSkeleton.text(unanswered)] {
      #expect(!text.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || $0.value == 0x202E) })
    }
  }

  @Test("the manual shows what they print")
  func manual() async throws {
    let why = try await shop.desk.why("inbox/6", projectID: nil).text(Self.plain)
    let unanswered = try await shop.desk.unanswered(since: Self.since, projectID: nil, limit: 50)
    let usage = try await shop.desk.usage(since: Self.since, projectID: nil)
    try shop.write(ReviewedShop.edited)
    let plan = try await shop.desk.plan(since: Self.since, projectID: nil)
    for (command, output) in [
      ("plan", plan.text(Self.plain)), ("why inbox/6", why), ("unanswered", unanswered.text(Self.plain)),
      ("usage", usage.text(Self.plain)),
    ] {
      let block = "$ balas \(command)\n" + output.replacing(shop.path, with: "/etc/balas/bots/toko")
      #expect(Manual.blocks.contains { $0.text == block }, "bots/README.md lacks:\n\(block)")
    }
  }

  @Test("where nobody wrote, and where nothing changed, that is said")
  func nothing() async throws {
    let future = ReviewedShop.now + .seconds(1)
    let plan = try await shop.desk.plan(since: future, projectID: nil)
    try shop.write(ReviewedShop.edited)
    let edited = try await shop.desk.plan(since: future, projectID: nil)
    let unanswered = try await shop.desk.unanswered(since: future, projectID: nil, limit: 50)
    try expect(
      plan.text(Self.plain) + edited.text(Self.plain) + unanswered.text(Self.plain)
        + ScenarioSkeleton.text(unanswered), "nothing.txt")
  }
}
