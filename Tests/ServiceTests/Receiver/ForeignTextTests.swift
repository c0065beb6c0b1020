import Foundation
import Journal
import Logging
import Testing

@testable import Service

/// What strangers write, on its way into the log.
@Suite struct ForeignTextTests {
  @Test("of a stranger's word the log has the beginning, on one line, with nothing that moves a terminal")
  func bounded() async throws {
    let log = RecordedLog()
    let house = try ReceiverHouse(log: log)
    let long = String(repeating: "9", count: 100_000)
    #expect(await house.post(Samples.message(project: long)).status == 200)
    #expect(
      await house.post(Samples.message().replacing("\"message\"}", with: #""a\n\u001b[2Jb"}"#)).status == 200)
    #expect(log.lines.count == 2)
    #expect(log.lines[0].contains("project \(long.prefix(40))… is not"))
    #expect(log.lines[0].utf8.count < 300)
    #expect(log.lines[1].contains(#"a\u{a}\u{1b}[2Jb"#), "\(log.text)")
    #expect(log.lines.allSatisfy { line in line.filter { $0 == "\n" }.count == 1 })
  }

  @Test("a flood of them writes one line a second and kind, and the next line counts the others")
  func flood() async throws {
    let log = RecordedLog()
    let house = try ReceiverHouse(log: log)
    for _ in 0..<50 {
      _ = await house.post("nonsense")
      _ = await house.post(Samples.message(project: "99"))
    }
    #expect(log.lines.count == 2)
    house.clock.pass(.seconds(1))
    _ = await house.post("nonsense")
    #expect(log.lines.count == 3)
    #expect(log.lines[2].contains("unwritten=49"), "\(log.text)")
    #expect(try await house.journal.counts().quarantine == 101)
  }

  @Test("no line of the log holds a control character but its own line breaks")
  func handler() {
    let line = StderrLogHandler.line(
      .error, "a\u{1b}[31m\r\u{202e}b\nc\u{85}", ["k": "x\ny\u{7}"], isJournal: false,
      at: Date(timeIntervalSince1970: 0))
    #expect(
      line.hasSuffix(#" error a\u{1b}[31m\u{d}\u{202e}b"# + "\n  " + #"c\u{85} k=x\u{a}y\u{7}"# + "\n"),
      "\(line)")
  }
}
