import Foundation
import Testing

@testable import ScenarioFile

@Suite("a validator that others wrote agrees with the schema") struct SchemaTests {
  /// Every YAML file below a folder.
  private static func files(_ folder: URL) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appendingPathComponent($0).path }
  }

  @Test("every file of the bots that come with balas is good", arguments: SchemaValidator.Reading.allCases)
  func bots(reading: SchemaValidator.Reading) throws {
    let files = Self.files(ExampleBots.folder)
    #expect(files.count > 20)
    let verdicts = try SchemaValidator.verdicts(files, reading)
    #expect(verdicts.count == files.count)
    for (file, verdict) in verdicts { #expect(verdict.isEmpty, "\(file): \(verdict)") }
  }

  @Test("every example of the manual that is no mistake is good", arguments: SchemaValidator.Reading.allCases)
  func manual(reading: SchemaValidator.Reading) throws {
    let folder = try TemporaryFolder()
    for example in ManualTests.examples where !example.isMistake {
      for (name, text) in example.files { try folder.write(text, to: "\(example.line)/\(name)") }
    }
    let files = Self.files(folder.url)
    #expect(files.count > 20)
    for (file, verdict) in try SchemaValidator.verdicts(files, reading) {
      #expect(verdict.isEmpty, "\(file): \(verdict)")
    }
  }

  @Test("what is wrong with the form of a bot, a schema sees", arguments: SchemaValidator.Reading.allCases)
  func bad(reading: SchemaValidator.Reading) throws {
    let goldens = ExampleBots.folder.deletingLastPathComponent()
      .appendingPathComponent("Tests/ScenarioFileTests/Goldens")
    let files = Self.structural.map { goldens.appendingPathComponent("\($0)/bot.yaml").path }
    for (file, verdict) in try SchemaValidator.verdicts(files, reading) {
      #expect(!verdict.isEmpty, "\(file) counts as good")
    }
  }

  private static let structural = [
    "unknown-key", "unknown-key+medium", "unknown-key+question", "two-bodies", "two-verbs",
    "step-without-verb",
    "step-without-verb+colon", "wrong-kind", "wrong-value",
  ]

  @Test("every word of every place is in it, with the sentence that explains it")
  func whole() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(BotSchema.text.utf8)) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: Any])
    let places = definitions.values.compactMap { ($0 as? [String: Any])?["properties"] as? [String: Any] }
    for place in Vocabulary.places + Vocabulary.tests {
      let properties = try #require(places.first { Set($0.keys) == Set(place.words) }, "\(place.name)")
      for word in place.entries {
        let told = try #require(properties[word.name] as? [String: Any], "\(place.name) \(word.name)")
        #expect(word.meaning.hasSuffix("."), "\(place.name) \(word.name)")
        #expect(told["description"] as? String == word.meaning)
        #expect(told["markdownDescription"] as? String == word.meaning)
      }
    }
  }

  @Test("it can be made again, the same to the letter")
  func stable() { #expect(BotSchema.text == BotSchema.text && BotSchema.text.hasSuffix("}\n")) }
}
