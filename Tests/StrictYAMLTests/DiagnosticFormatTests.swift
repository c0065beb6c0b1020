import Testing

@testable import StrictYAML

@Suite("printing diagnostics")
struct DiagnosticFormatTests {
  private let diagnostic = Diagnostic(
    .error, rule: "some-rule", "this, is: 100% wrong",
    at: Span(file: "a,b.yaml", line: 2, column: 5, length: 2),
    hint: "Do it right.",
    notes: [Diagnostic.Note("first here", at: Span(file: "a,b.yaml", line: 1, column: 1))])
  private let sources = ["a,b.yaml": "x: 1\n👋\t日x: 本y\n"]

  @Test("text shows the line, a caret under wide characters, the hint and the other place")
  func text() {
    #expect(
      DiagnosticFormat.text.render([diagnostic], sources: sources) == """
        a,b.yaml:2:5  error[some-rule]  this, is: 100% wrong
          2 | 👋 日x: 本y
            |       ^^
          hint: Do it right.
          a,b.yaml:1:1  first here
            1 | x: 1
              | ^

        """)
  }

  @Test("a very long line is cut around the place")
  func long() {
    let line = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let diagnostic = Diagnostic(
      .warning, rule: "r", "m", at: Span(file: "f", line: 1, column: 501, length: 4))
    let lines = DiagnosticFormat.text.render([diagnostic], sources: ["f": line]).split(separator: "\n")
    #expect(lines[1].count < 115)
    let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
    let place = lines[1].firstIndex(of: "H").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
    #expect(caret == place)
  }

  @Test("a place that the source does not have is still told")
  func absent() {
    let text = DiagnosticFormat.text.render([diagnostic], sources: [:])
    #expect(text.hasPrefix("a,b.yaml:2:5  error[some-rule]  this, is: 100% wrong\n"))
  }

  @Test("GitHub's commands are escaped")
  func github() {
    #expect(
      DiagnosticFormat.github.render([diagnostic], sources: sources)
        == "::error file=a%2Cb.yaml,line=2,col=5,endColumn=7,title=some-rule"
        + "::this, is: 100%25 wrong%0ADo it right.%0Aa,b.yaml:1:1 first here\n")
  }

  @Test("JSON is an array of objects, empty if there is nothing to tell")
  func json() {
    #expect(DiagnosticFormat.json.render([], sources: [:]) == "[]\n")
    let json = DiagnosticFormat.json.render([diagnostic], sources: sources)
    for part in [#""rule" : "some-rule""#, #""line" : 2"#, #""hint" : "Do it right.""#, #""first here""#] {
      #expect(json.contains(part))
    }
  }

  @Test("nothing to tell prints nothing")
  func nothing() {
    #expect(DiagnosticFormat.text.render([], sources: [:]).isEmpty)
    #expect(DiagnosticFormat.github.render([], sources: [:]).isEmpty)
  }
}
