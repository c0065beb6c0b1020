import ArgumentParser
import Dialogue
import Foundation
import ScenarioFile

@main
struct Matching: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The slowest message of 4,096 characters to match, at every question of every bot.",
    discussion: """
      Each is a whole turn of the engine, in processor time of the fastest of up to five. Ends with 1 if one takes
      longer than the limit.
      """)

  @Argument(help: "The folder of the bots that are measured besides those made to be slow.")
  var bots = "bots"
  @Option(help: "Milliseconds that a message may take.")
  var limit = 10.0
  @Option(help: "How many of each bot's messages are shown, the slowest first.")
  var top = 1

  func run() throws {
    var slowest: Trial.Time?
    var over = 0
    for trial in try trials() {
      let times = trial.times(AdverseMessages.all, near: limit).sorted { $0.milliseconds > $1.milliseconds }
      for time in times.prefix(top) { print(row(time)) }
      over += times.count { $0.milliseconds > limit }
      if let first = times.first, first.milliseconds > slowest?.milliseconds ?? 0 { slowest = first }
    }
    guard let slowest else {
      throw ValidationError("there are no bots in `\(bots)`: name the folder they are in")
    }
    print("slowest message of 4,096 characters to match")
    print(row(slowest))
    guard over > 0 else { return }
    print("\(over) turns take longer than \(limit) ms")
    throw ExitCode(1)
  }

  private func trials() throws -> [Trial] {
    let folders = try FileManager.default.contentsOfDirectory(atPath: bots).sorted()
      .filter { FileManager.default.fileExists(atPath: "\(bots)/\($0)/bot.yaml") }
    let own = try folders.map { folder in
      guard let bot = Compilation.folder("\(bots)/\(folder)").bot else {
        throw ValidationError("`\(bots)/\(folder)` has mistakes: see `balas check \(bots)/\(folder)`")
      }
      return Trial(name: folder, bot: bot)
    }
    return own + [
      Trial(name: "every kind of slot", bot: try AdverseBots.everySlot()),
      Trial(name: "400 patterns", bot: try AdverseBots.manyPatterns()),
      Trial(name: "20,000 scenarios", bot: try AdverseBots.manyScenarios()),
      Trial(name: "20,000 words alike", bot: try AdverseBots.likeWords()),
      Trial(name: "nested keywords", bot: try AdverseBots.nestedKeywords()),
    ]
  }

  private func row(_ time: Trial.Time) -> String {
    let bot = time.bot.padding(toLength: 20, withPad: " ", startingAt: 0)
    return
      "\(bot) \(String(format: "%7.2f ms", time.milliseconds))  \(time.message.debugDescription) at \(time.place)"
  }
}
