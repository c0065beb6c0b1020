import Dialogue
import Foundation
import ScenarioFile
import Testing

@testable import Service
@testable import balas

@Suite("scenarios to paste for what a bot did not understand")
struct ScenarioSkeletonTests {
  private func group(_ text: String, count: Int = 1, name: String, now: String? = nil)
    -> UnansweredReport.Group
  {
    UnansweredReport.Group(
      channel: "0009/16", words: PlainText.words(text), count: count, example: text,
      lastAt: Timestamp(milliseconds: 0), nearest: nil, nowAnsweredBy: now, suggestedName: name)
  }

  @Test("they compile as they are, win the messages, and leave out what is no keyword")
  func compiles() throws {
    let groups = [
      group("kue coklat", count: 12, name: "kue-coklat"),
      group("ada kue coklat kak?", name: "ada-kue-coklat-kak"), group("12", name: "baru-12"),
      group("garansi", name: "garansi", now: "jaminan"), group("🙂", name: "baru"),
      group("no", name: "no"),
    ]
    let text = ScenarioSkeleton.text(
      UnansweredReport(since: Timestamp(milliseconds: 0), messages: 17, groups: groups, groupCount: 6))
    #expect(
      text == """
        # What the bot did not understand: write the answers, and put scenarios of one answer together.
        scenarios:
          kue-coklat:  # 12 times on 0009/16
            keywords: ["kue coklat"]
            reply: "…"
          no:  # once on 0009/16
            keywords: ["no"]
            reply: "…"
        # Left out: 2 of numbers alone, without words, or of more than 6 words.

        """)
    let compilation = Compilation.stored(
      BotVersion(files: ["bot.yaml": text + "default: {reply: Maaf.}\n"], media: [:]))
    #expect(compilation.diagnostics.isEmpty, "\(compilation.diagnostics)")
    #expect(compilation.bot?.explain("ada kue coklat kak?").winner?.scenario == "kue-coklat")
  }

  @Test("where nothing is left to answer, there is nothing to paste")
  func nothing() {
    let text = ScenarioSkeleton.text(
      UnansweredReport(since: Timestamp(milliseconds: 0), messages: 0, groups: [], groupCount: 0))
    #expect(text.hasSuffix("# Nothing to write a scenario for.\n"))
  }
}
