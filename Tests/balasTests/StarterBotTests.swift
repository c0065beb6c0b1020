import ArgumentParser
import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML
import Testing

@testable import balas

@Suite struct StarterBotTests {
  @Test(
    "a new bot checks without a word, passes its tests, and they reach all of it",
    arguments: StarterBot.Language.allCases)
  func works(language: StarterBot.Language) async throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("bots/toko").path
    try StarterBot(name: "toko", language: language).write(to: path)
    let compilation = Compilation.folder(path)
    #expect(compilation.diagnostics.map { "\($0.span.line): \($0.message)" } == [])
    let bot = try #require(compilation.bot)
    #expect(bot.name == "toko")
    await WholeTalks.expect(atLeast: 5, of: bot, compilation, in: path)
  }

  @Test(
    "the six lines that it calls a whole bot are one",
    arguments: StarterBot.Language.allCases)
  func sixLines(language: StarterBot.Language) throws {
    let bot = try #require(StarterBot(name: "toko", language: language).files.first)
    let lines = bot.text.split(separator: "\n").drop { $0 != "default:" }.prefix(6)
    let folder = try TemporaryFolder()
    try folder.write(lines.joined(separator: "\n") + "\n", to: "bot.yaml")
    let compilation = Compilation.folder(folder.url.path)
    #expect(compilation.diagnostics.isEmpty)
    #expect(compilation.bot?.scenarios.count == 1)
  }

  @Test("a scenario written below its last line is one of the bot's", arguments: StarterBot.Language.allCases)
  func below(language: StarterBot.Language) throws {
    let bot = try #require(StarterBot(name: "toko", language: language).files.first)
    let folder = try TemporaryFolder()
    try folder.write(bot.text + "  promo:\n    keywords: [promo]\n    reply: Promo!\n", to: "bot.yaml")
    let compilation = Compilation.folder(folder.url.path)
    #expect(compilation.diagnostics.isEmpty)
    #expect(compilation.bot?.scenarios.last?.name == "promo")
  }

  @Test(
    "a name may hold whatever a folder's name may",
    arguments: ["Toko \"Roti\" #5", "a\\b", "{x}: [y]", "*bold*"])
  func names(name: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("bot").path
    try StarterBot(name: name, language: .indonesian).write(to: path)
    #expect(Compilation.folder(path).bot?.name == name)
  }

  @Test("nothing that is there is overwritten, be it a bot, an empty folder or a file")
  func careful() throws {
    let folder = try TemporaryFolder()
    let starter = StarterBot(name: "x", language: .english)
    try folder.write("mine", to: "file")
    #expect(throws: StarterBot.Refusal.self) { try starter.write(to: folder.url.path) }
    #expect(throws: StarterBot.Refusal.self) { try starter.write(to: folder.url.path + "/file") }
    #expect(try String(contentsOf: folder.url.appendingPathComponent("file"), encoding: .utf8) == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["file"])
  }

  @Test("the three next commands are told, in words a shell takes")
  func next() throws {
    let told = try NewCommand.parse(["my bot"]).next
    for verb in ["check", "test", "demo"] { #expect(told.contains("balas \(verb) 'my bot'")) }
    #expect(try NewCommand.parse(["bots/toko-roti"]).next.contains("balas check bots/toko-roti "))
  }

  @Test("a name that is no folder's is wrong usage", arguments: ["", ".", "..", "/", "a\nb"])
  func usage(name: String) {
    #expect(throws: (any Error).self) { try NewCommand.parse([name]) }
  }
}
