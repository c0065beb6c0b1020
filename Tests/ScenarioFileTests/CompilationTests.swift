import Dialogue
import Foundation
import StrictYAML
import Testing

@testable import ScenarioFile

@Suite("compiling a bot")
struct CompilationTests {
  @Test("six lines are a bot")
  func smallest() throws {
    let folder = try TemporaryFolder([
      "bot.yaml": """
      scenarios:
        hello:
          keywords: [halo, hi, hello]
          reply: "Halo! Ada yang bisa kami bantu?"
      default:
        reply: "Maaf, saya belum mengerti. Ketik MENU."
      """
    ])
    let compilation = Compilation.folder(folder.path)
    #expect(compilation.diagnostics.isEmpty, "\(compilation.diagnostics)")
    let bot = try #require(compilation.bot)
    #expect(bot.timezone.identifier == "Asia/Jakarta")
    #expect(bot.scenarios.map(\.name) == ["hello"])
    #expect(bot.scenarios[0].starts.map(\.phrase) == ["halo", "hi", "hello"])
    #expect(bot.scenarios[0].starts[1].position.description == "bot.yaml:3:22")
    #expect(
      bot.fallback.replies == [[.text(TextTemplate(literal: "Maaf, saya belum mengerti. Ketik MENU."))]])
  }

  @Test("what an author proves with a date is so on every day")
  func datesInExamples() throws {
    let folder = try TemporaryFolder([
      "bot.yaml": """
      scenarios:
        born:
          pattern: "lahir {day:date past}"
          examples: [lahir 17/08/1990, lahir kemarin, lahir 17 agustus 2190]
          reply: "{day}"
        booking:
          pattern: "booking {day:date future}"
          examples: [booking 17/8/2090, booking besok]
          never: [booking 17/8/2020, booking kemarin]
          reply: "{day}"
        late:
          pattern: "booking {day:date past}"
          examples: [booking 17/8/2020]
          never: [booking besok]
          reply: "{day}"
      default:
        reply: Apa?
      """
    ])
    #expect(Compilation.folder(folder.path).diagnostics == [])
  }

  @Test("everything that works is in the bot, in the order written")
  func everything() throws {
    let folder = try ExampleBot.folder()
    let compilation = Compilation.folder(folder.path)
    #expect(compilation.diagnostics.isEmpty, "\(compilation.diagnostics)")
    let bot = try #require(compilation.bot)
    #expect(bot.name == "Toko Kecil")
    #expect(bot.timezone.identifier == "Asia/Makassar")
    #expect(bot.constants == ["year": "2026", "phone": "021-555"])
    #expect(bot.scenarios.map(\.name) == ["address", "photo", "hello", "catalog", "voice", "bye"])
    let catalog = try #require(bot.scenario(named: "catalog"))
    #expect(catalog.starts.map(\.kind) == [.keyword, .keyword, .exact])
    #expect(catalog.steps.count == 3)
    guard case .send(let media, _) = catalog.steps[0].action,
      case .media(.document, let hash, "Katalog 2026.pdf", let caption) = media.first
    else {
      Issue.record("\(catalog.steps)")
      return
    }
    #expect(hash.count == 64)
    #expect(caption == LocalizedText(try TextTemplate.parse("Katalog {year}")))
    #expect(compilation.mediaPaths[hash]?.hasSuffix("files/katalog-2026.pdf") == true)
    guard case .goto("hello") = catalog.steps[2].action else {
      Issue.record("\(catalog.steps)")
      return
    }
    let bye = try #require(bot.scenario(named: "bye"))
    guard case .end(.session) = bye.steps[1].action else {
      Issue.record("\(bye.steps)")
      return
    }
    guard case .send(let lines, _) = try #require(bot.scenario(named: "address")).steps[0].action else {
      Issue.record("no lines")
      return
    }
    #expect(
      lines == [
        .text(try TextTemplate.parse("Baris satu #1\nBaris *dua*: {phone}")),
        .text(try TextTemplate.parse("Sampai jumpa")),
      ])
    #expect(bot.fallback.replies.count == 2)
    #expect(bot.fallback.media.count == 1)
    #expect(compilation.counts == .init(files: 3, scenarios: 6, phrases: 10, texts: 4, media: 3))
  }

  @Test("a stored version compiles to the same bot without its folder")
  func stored() throws {
    var folder: TemporaryFolder? = try ExampleBot.folder()
    let first = Compilation.folder(folder?.path ?? "")
    folder = nil
    let again = Compilation.stored(try #require(first.version))
    #expect(again.diagnostics.isEmpty)
    #expect(again.bot?.hash == first.bot?.hash)
    #expect(again.bot?.scenarios.map(\.name) == first.bot?.scenarios.map(\.name))
    #expect(again.version == first.version)
    #expect(again.mediaPaths.isEmpty)
  }

  @Test("the hash changes with a text and with a medium's bytes, and with nothing else")
  func hash() throws {
    let folder = try ExampleBot.folder()
    let before = Compilation.folder(folder.path).bot?.hash
    try folder.write(Data("not read".utf8), to: "notes.txt")
    #expect(Compilation.folder(folder.path).bot?.hash == before)
    try folder.write(Data("%PDF-1.7 other".utf8), to: "files/katalog-2026.pdf")
    let after = Compilation.folder(folder.path).bot?.hash
    #expect(after != before)
    #expect(after != nil)
  }

  @Test("a folder that is not there gives one clear diagnostic")
  func noFolder() {
    let compilation = Compilation.folder("/nowhere/at/all")
    #expect(compilation.bot == nil)
    #expect(compilation.diagnostics.map(\.message) == ["there is no folder `/nowhere/at/all`"])
  }

  @Test("the examples of this test hold no links, which a clone may lack")
  func noLinks() throws {
    let files = FileManager.default.enumerator(atPath: GoldenTests.folder.path)
    while let name = files?.nextObject() as? String {
      #expect(files?.fileAttributes?[.type] as? FileAttributeType != .typeSymbolicLink, "\(name)")
    }
  }

  @Test("a medium that is a link inside the folder is fine")
  func link() throws {
    let folder = try ExampleBot.folder()
    let pdf = folder.path + "/files/katalog-2026.pdf"
    try FileManager.default.moveItem(atPath: pdf, toPath: folder.path + "/files/real.pdf")
    try FileManager.default.createSymbolicLink(atPath: pdf, withDestinationPath: "real.pdf")
    #expect(Compilation.folder(folder.path).bot != nil)
  }

  @Test("thousands of mistakes are told in seconds")
  func manyMistakes() {
    let scenarios = (0..<5000).map { "  s\($0):\n    keywords: [k\($0)]\n    steps:\n      - goto: x\($0)\n" }
    let version = BotVersion(
      files: ["bot.yaml": "scenarios:\n" + scenarios.joined() + "default:\n  reply: x\n"], media: [:])
    let compilation = Compilation.stored(version)
    #expect(compilation.diagnostics.count == 5000)
    let text = DiagnosticFormat.text.render(compilation.diagnostics, sources: compilation.sources)
    #expect(text.contains("there is no scenario `x4999`"))
  }

  @Test("each verb that works has a reader, and each reader a verb")
  func verbs() {
    #expect(StepKinds.all.map { $0.verb } == Vocabulary.verbs)
  }

  @Test("a bot of 20,000 scenarios compiles in linear time")
  func large() throws {
    func bot(_ count: Int) -> BotVersion {
      var files: [String: String] = ["bot.yaml": "include: [\"s/*.yaml\"]\ndefault:\n  reply: Maaf\n"]
      for part in 0..<10 {
        files["s/\(part).yaml"] =
          "scenarios:\n"
          + (0..<count / 10).map {
            "  s\(part)_\($0):\n    keywords: [kata \(part) \($0)]\n    reply: Halo {today}\n"
          }
          .joined()
      }
      return BotVersion(files: files, media: [:])
    }
    let clock = ContinuousClock()
    let small = clock.measure { #expect(Compilation.stored(bot(2000)).bot != nil) }
    let large = clock.measure { #expect(Compilation.stored(bot(20_000)).bot?.scenarios.count == 20_000) }
    #expect(large < small * 50, "ten times the scenarios took \(large), not \(small)")
  }
}
