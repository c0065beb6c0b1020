import Dialogue
import StrictYAML

/// Reads one test file.
struct TranscriptReader {
  let file: String
  let findings: Findings

  /// The tests of the file; those that cannot be read are left out.
  func transcripts(_ bytes: [UInt8]) -> [Transcript] {
    let document = Document.read(bytes, file: file)
    findings.add(document.diagnostics)
    guard let root = document.root, !root.isEmpty else {
      if document.isWhole { reportNoTests(Span(file: file, line: 1, column: 1)) }
      return []
    }
    guard let fields = Vocabulary.testFile.fields(root, findings),
      let entries = fields.required("tests")?.entries("`tests`", findings)
    else { return [] }
    if entries.isEmpty, let span = fields.keySpan("tests") { reportNoTests(span) }
    let source = SourceText(String(decoding: bytes, as: UTF8.self))
    return entries.compactMap { transcript($0, source) }
  }

  private func reportNoTests(_ span: Span) {
    findings.error(
      TranscriptRule.noTests, "there is no test in this file", at: span,
      hint: "Write `tests:`, below it a name for each test, and below that its `talk: |`.")
  }

  private func transcript(_ entry: Node.Mapping.Entry, _ source: SourceText) -> Transcript? {
    guard let fields = Vocabulary.test.fields(entry.value, findings) else { return nil }
    let at = fields.value("at", expected: "a day and a time such as `2026-08-14 09:00`") {
      WallTime(written: $0)
    }
    let language = fields.text("language")
    let start = fields["start"].flatMap { beginning($0) }
    let calls = (fields["calls"]?.entries("`calls`", findings) ?? []).compactMap {
      CallAnswersReader(findings: findings).answers($0)
    }
    guard let written = fields.required("talk") else { return nil }
    guard let talk = written.scalar else {
      findings.error(
        YAMLRule.wrongKind, "expected text for `talk`, found \(written.kindName)", at: written.span,
        hint: "Write `talk: |`, and below it the lines of the talk, as `user: Halo`.")
      return nil
    }
    var reader = TalkReader(file: file, findings: findings, source: source)
    guard let lines = reader.lines(talk) else { return nil }
    return Transcript(
      name: entry.key.text, span: entry.key.span, at: at, language: language, start: start, calls: calls,
      lines: lines, indentation: reader.indentation)
  }

  private func beginning(_ node: Node) -> Transcript.Beginning? {
    guard let fields = Vocabulary.testStart.fields(node, findings) else { return nil }
    let scenario = fields.text("scenario")
    var vars: [String: String] = [:]
    for entry in fields["vars"]?.entries("`vars`", findings) ?? [] {
      guard VariableName.isName(entry.key.text) else {
        findings.error(
          TranscriptRule.name, "`\(entry.key.text)` is no name for a variable", at: entry.key.span,
          hint: "Use small letters, digits, `_` and `.`, beginning with a letter.")
        continue
      }
      if let value = entry.value.text("the variable `\(entry.key.text)`", findings) {
        vars[entry.key.text] = value.text
      }
    }
    if scenario == nil, fields["vars"] == nil, !fields.hasUnknownKeys {
      findings.error(
        YAMLRule.missingKey, "`start` needs `scenario` or `vars`", at: node.span)
    }
    return Transcript.Beginning(scenario: scenario, vars: vars)
  }
}
