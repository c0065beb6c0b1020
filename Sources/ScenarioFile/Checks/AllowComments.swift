import StrictYAML

/// The comments `# balas: allow RULE` of a bot's files, each of which silences warnings of one line.
///
/// A comment behind a value speaks of its own line; one that stands alone, of the next line that says something.
/// Errors are never silenced: a bot with one does not run.
struct AllowComments {
  private struct Permission {
    var rule: String
    /// Where the name of the rule stands.
    var span: Span
    /// The line it speaks of.
    var line: Int
  }

  private static let mark = "balas: allow"
  private var permissions: [Permission] = []

  /// - Parameter sources: the text of each file, by its name.
  init(_ sources: [String: String]) {
    for (file, text) in sources where text.contains(Self.mark) { read(text, file) }
  }

  /// What is left of `diagnostics`, and a warning for each permission that nothing needs.
  ///
  /// - Parameter isWhole: whether every rule was tried; else one that found nothing may find something yet.
  func applied(to diagnostics: [Diagnostic], isWhole: Bool) -> [Diagnostic] {
    guard !permissions.isEmpty else { return diagnostics }
    func speaks(_ permission: Permission, of diagnostic: Diagnostic) -> Bool {
      permission.rule == diagnostic.rule && permission.span.file == diagnostic.span.file
        && permission.line == diagnostic.span.line
    }
    let left = diagnostics.filter { diagnostic in
      diagnostic.severity == .error || !permissions.contains { speaks($0, of: diagnostic) }
    }
    let unused = permissions.compactMap { permission -> Diagnostic? in
      guard RuleBook.isKnown(permission.rule) else { return Self.unknown(permission) }
      let found = diagnostics.filter { speaks(permission, of: $0) }
      if found.contains(where: { $0.severity == .warning }) { return nil }
      if !found.isEmpty {
        return Self.unused(
          permission, "`\(permission.rule)` is an error here, and only warnings can be allowed",
          "Mend it, and remove this comment.")
      }
      guard isWhole else { return nil }
      return Self.unused(
        permission, "line \(permission.line) has no warning `\(permission.rule)`",
        "Remove it, or write it at the end of the line it is meant for, or alone on the line above.")
    }
    return (left + unused).sortedByPlace()
  }

  private static func unknown(_ permission: Permission) -> Diagnostic {
    unused(
      permission,
      permission.rule.isEmpty
        ? "this comment names no rule" : "there is no rule `\(permission.rule)`",
      Nearest.hint(permission.rule, among: RuleBook.names)
        ?? "Write the name in the brackets of the warning; `balas check --rules` lists all.")
  }

  private static func unused(_ permission: Permission, _ message: String, _ hint: String) -> Diagnostic {
    Diagnostic(
      .warning, rule: ScenarioRule.unusedAllow.rawValue, message, at: permission.span, hint: hint)
  }

  private mutating func read(_ text: String, _ file: String) {
    let source = SourceText(text)
    let texts = ScalarExtents(Document.read(text.utf8, file: file).root, in: source)
    for number in source.lines.indices {
      let line = source.lines[number]
      guard let hash = Self.comment(in: line),
        !texts.contains(line: number + 1, column: hash + 1)
      else { continue }
      let isAlone = line[..<hash].allSatisfy(Self.isBlank)
      let target = isAlone ? Self.nextLine(after: number, in: source) : number
      for (rule, column) in Self.rules(line, after: hash) {
        let span = Span(file: file, line: number + 1, column: column + 1, length: max(1, rule.count))
        permissions.append(Permission(rule: rule, span: span, line: target + 1))
      }
    }
  }

  /// Where a comment of this kind begins in a line, from 0.
  private static func comment(in line: [Unicode.Scalar]) -> Int? {
    line.indices.first { index in
      guard line[index] == "#", index == 0 || isBlank(line[index - 1]) else { return false }
      let rest = line[(index + 1)...].drop(while: isBlank)
      return rest.starts(with: mark.unicodeScalars)
        && rest.dropFirst(mark.unicodeScalars.count).first.map(isBlank) != false
    }
  }

  private static func rules(_ line: [Unicode.Scalar], after hash: Int) -> [(rule: String, column: Int)] {
    var start = hash + 1
    while isBlank(line[start]) { start += 1 }
    start += mark.unicodeScalars.count
    let names = line[min(start, line.count)...].split { isBlank($0) || $0 == "," }
    if names.isEmpty { return [("", hash)] }
    return names.map { (String(String.UnicodeScalarView($0)), $0.startIndex) }
  }

  private static func nextLine(after number: Int, in source: SourceText) -> Int {
    source.lines.indices.dropFirst(number + 1).first { index in
      let said = source.lines[index].drop(while: isBlank)
      return !said.isEmpty && said.first != "#"
    } ?? number
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}
