import Foundation
import Fuzzing
import Testing

@Suite("what libFuzzer is told of a language")
struct FuzzDictionaryTests {
  @Test("is what the readers go by", arguments: FuzzTarget.allCases)
  func current(target: FuzzTarget) throws {
    let file = URL(filePath: #filePath).appending(path: "../../Fuzzing/Dictionaries/\(target.rawValue).dict")
      .standardizedFileURL
    let text = FuzzDictionary(target: target).text
    let kept = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", kept != text {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(target.rawValue); look at the difference")
    } else {
      #expect(kept == text)
    }
  }
}
