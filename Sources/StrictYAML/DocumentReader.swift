/// Reads one file: its encoding, the traps in its lines, and its tree.
struct DocumentReader {
  let file: String
  let limits: Document.Limits

  func read(_ given: some Collection<UInt8>) -> Document {
    let findings = Findings()
    guard given.count <= limits.size else {
      findings.error(
        YAMLRule.tooBig, "the file has \(given.count) bytes; at most \(limits.size) are read",
        at: Span(file: file, line: 1, column: 1), hint: "Split it into several files.")
      return Document(root: nil, diagnostics: findings.sorted, isWhole: false)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = Array(given.starts(with: mark) ? given.dropFirst(mark.count) : given[...])
    guard let text = String(validating: bytes, as: UTF8.self) else {
      reportEncoding(bytes, findings)
      return Document(root: nil, diagnostics: findings.sorted, isWhole: false)
    }
    let source = SourceText(text)
    reportControlCharacters(source, findings)
    if findings.hasErrors { return Document(root: nil, diagnostics: findings.sorted, isWhole: false) }
    return tree(bytes, source, findings)
  }

  private func tree(_ bytes: [UInt8], _ source: SourceText, _ findings: Findings) -> Document {
    var scan = TrapScan(file: file, source: source)
    scan.run()
    findings.add(scan.certain.diagnostics)
    var builder = TreeBuilder(file: file, limits: limits, source: source, findings: findings)
    let failure = YAMLEvents.read(repaired(bytes, source, scan.repairs)) { builder.take($0) }
    if let failure, failure.problem.contains("nesting") {
      builder.refuseDepth(at: failure.place)
    } else if let failure {
      findings.add(scan.suspects.diagnostics)
      if !isExplained(failure, by: scan.certain.diagnostics + scan.suspects.diagnostics) {
        findings.add(SyntaxMessage(failure).diagnostic(file: file, source: source))
      }
    }
    if failure == nil { findings.add(scan.doubts.diagnostics) }
    if failure != nil || builder.isStopped { builder.breakOff() }
    return Document(root: builder.root, diagnostics: findings.sorted, isWhole: !builder.isStopped)
  }

  /// The bytes without signs that were reported, so that nothing else is said of them.
  private func repaired(_ bytes: [UInt8], _ source: SourceText, _ repairs: [TrapScan.Repair]) -> [UInt8] {
    guard !repairs.isEmpty else { return bytes }
    var lines = source.lines
    for repair in repairs {
      if let sign = repair.sign {
        lines[repair.line][repair.column] = sign
      } else {
        lines[repair.line].remove(at: repair.column)
      }
    }
    return lines.flatMap { String($0).utf8 + [0x0A] }
  }

  /// Whether a mistake is known at the place where libyaml gave up, or before it.
  private func isExplained(_ failure: YAMLFailure, by diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains { $0.span.line <= failure.place.line + 1 }
  }

  private func reportEncoding(_ bytes: [UInt8], _ findings: Findings) {
    // The whole file has another encoding: one place shows it, that of the mark behind what could be read.
    let lines = SourceText(validPrefix(bytes) + "\u{FFFD}").lines
    findings.error(
      YAMLRule.encoding, "this is no UTF-8 text",
      at: Span(file: file, line: lines.count, column: lines.last?.count ?? 1),
      hint: "Save the file with the encoding UTF-8.")
  }

  /// The text before the first bytes that are no UTF-8.
  private func validPrefix(_ bytes: [UInt8]) -> String {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var text = String.UnicodeScalarView()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { text.append(scalar) }
    return String(text)
  }

  private func reportControlCharacters(_ source: SourceText, _ findings: Findings) {
    var reported = 0
    for (number, line) in source.lines.enumerated() {
      for (column, scalar) in line.enumerated() where isControl(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        findings.error(
          YAMLRule.controlCharacter, "an invisible character (\(name)) stands here",
          at: Span(file: file, line: number + 1, column: column + 1), hint: "Remove it.")
        reported += 1
        if reported == 20 { return }
      }
    }
  }

  /// What YAML cannot hold, and the line breaks that only some programs see.
  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
