import Foundation
import Fuzzing
import Testing

@Suite("every input that fuzzing kept")
struct CorpusTests {
  static let folder = URL(filePath: #filePath).appending(path: "../../Fuzzing/Corpus").standardizedFileURL

  @Test("is borne", arguments: FuzzTarget.allCases)
  func borne(target: FuzzTarget) throws {
    let folder = Self.folder.appending(path: target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
      let input = try Data(contentsOf: folder.appending(path: name))
      do {
        try target.check(Array(input))
      } catch { Issue.record("\(target.rawValue)/\(name): \(error)") }
    }
  }
}
