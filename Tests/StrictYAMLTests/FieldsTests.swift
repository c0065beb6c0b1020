import Testing

@testable import StrictYAML

@Suite("reading fields")
struct FieldsTests {
  private func fields(_ text: String, _ findings: Findings) throws -> Fields {
    let document = Document.read(Array(text.utf8), file: "a.yaml")
    #expect(document.diagnostics.isEmpty)
    let root = try #require(document.root)
    let keys = ["wait", "rate", "count", "switch", "words"]
    return try #require(Fields(root, "a thing", keys: keys, findings))
  }

  @Test("typed values are read from text")
  func typed() throws {
    let findings = Findings()
    let fields = try fields(
      "wait: 2h30m\nrate: 20/s\ncount: 7\nswitch: off\nwords: [a, b]\n", findings)
    #expect(fields.duration("wait") == .seconds(9000))
    #expect(fields.rate("rate") == Rate(count: 20, per: .seconds(1)))
    #expect(fields.integer("count") == 7)
    #expect(fields.isOn("switch") == false)
    #expect(fields.texts("words")?.map(\.text) == ["a", "b"])
    #expect(fields["absent"] == nil)
    #expect(findings.diagnostics.isEmpty)
  }

  @Test("a time is a number and a unit, or several with falling units")
  func durations() {
    #expect(Duration(written: "10s") == .seconds(10))
    #expect(Duration(written: "90d") == .seconds(90 * 86_400))
    #expect(Duration(written: "500ms") == .milliseconds(500))
    for bad in ["", "10", "s", "1m1h", "1h1h", "-1s", "1 h", "1.5h", "9999999999d", "1w", "٣s"] {
      #expect(Duration(written: bad) == nil, "\(bad)")
    }
  }

  @Test("a rate is a count and a time")
  func rates() {
    #expect(Rate(written: "3 per 10m") == Rate(count: 3, per: .seconds(600)))
    #expect(Rate(written: "100/m") == Rate(count: 100, per: .seconds(60)))
    for bad in ["", "20", "/s", "0/s", "20/0s", "20/s/s", "a/s"] {
      #expect(Rate(written: bad) == nil, "\(bad)")
    }
  }

  @Test("the nearest word is one slip away, or a few in a long one")
  func nearest() {
    let words = ["reply", "replies", "keywords", "exact", "steps"]
    #expect(Nearest.to("replay", among: words) == "reply")
    #expect(Nearest.to("keyword", among: words) == "keywords")
    #expect(Nearest.to("Exact", among: words) == "exact")
    #expect(Nearest.to("setps", among: words) == "steps")
    #expect(Nearest.to("zzz", among: words) == nil)
    #expect(Nearest.to("", among: words) == nil)
  }
}
