import Foundation
import Testing

/// One sentence of the protocol, with the tests that hold it.
struct ProtocolSentence {
  struct Proof: Hashable {
    /// A folder in Tests/.
    var room: String
    /// The test's display name.
    var test: String
  }

  var source: String
  var text: String
  var proofs: [Proof] = []

  /// The sentences of `protocol.txt`.
  static func all() throws -> [ProtocolSentence] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "protocol.txt")
    var sentences: [ProtocolSentence] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      guard !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(parts.count == 2, "no colon in: \(line)")
      if line.hasPrefix("  ") {
        try #require(!sentences.isEmpty, "a test before any sentence: \(line)")
        sentences[sentences.count - 1].proofs.append(Proof(room: parts[0], test: parts[1]))
      } else {
        sentences.append(ProtocolSentence(source: parts[0], text: parts[1]))
      }
    }
    return sentences
  }
}

@Suite("Every sentence of the protocol has its test")
struct ConformanceTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The display names of a room's tests.
  private func tests(in room: String) -> Set<String> {
    let files = FileManager.default.enumerator(
      at: Self.tests.appending(path: room), includingPropertiesForKeys: nil)
    var names: Set<String> = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      guard let source = try? String(contentsOf: file, encoding: .utf8) else { continue }
      names.formUnion(source.matches(of: /@Test\(\s*"([^"\n]+)"/).map { String($0.1) })
    }
    return names
  }

  @Test("each sentence names where it is from, and one test at least")
  func whole() throws {
    let sentences = try ProtocolSentence.all()
    #expect(sentences.count > 70)
    for sentence in sentences {
      #expect(!sentence.proofs.isEmpty, "nothing holds: \(sentence.text)")
      #expect(
        ["v1.7", "v2.1", "clients", "inferred"].contains { sentence.source.hasPrefix($0) },
        "\(sentence.source) is no source")
    }
    #expect(Set(sentences.map { $0.source + $0.text }).count == sentences.count)
  }

  @Test("each test that is named is there")
  func present() throws {
    let named = Dictionary(grouping: try ProtocolSentence.all().flatMap(\.proofs), by: \.room)
    for (room, proofs) in named {
      let known = tests(in: room)
      for test in Set(proofs.map(\.test)) { #expect(known.contains(test), "\(room) has no test “\(test)”") }
    }
  }

  @Test("the stand-in shares no code with the client it is a test of")
  func apart() throws {
    let room = Self.tests.deletingLastPathComponent().appending(path: "Sources/Sandbox")
    let files = FileManager.default.enumerator(at: room, includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      count += 1
      let source = try String(contentsOf: file, encoding: .utf8)
      #expect(source.firstMatch(of: /(?m)^import (Wappin|Gateway|Service)\b/) == nil, "\(file.path)")
    }
    #expect(count > 40)
  }
}
