import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML
import Testing

@Suite("A flower shop that uses most words of the language")
struct FlowerShopTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "toko-melati"
  ).path

  @Test("checks, and passes each of its transcripts")
  func transcripts() async throws {
    let compilation = Compilation.folder(Self.folder)
    let bot = try #require(compilation.bot, "\(compilation.diagnostics.map(\.message))")
    let suite = BotSuite(bot, version: compilation.version, folder: Self.folder)
    #expect(suite.diagnostics.map(\.message) == [])
    let results = await suite.run(suite.transcripts)
    #expect(results.count == 13)
    for result in results { #expect(result.isPassed, "\(result.transcript.name): \(result.failures)") }
  }
}
