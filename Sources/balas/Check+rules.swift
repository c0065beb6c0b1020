import Foundation
import ScenarioFile
import StrictYAML

extension Check {
  /// What `--rules` prints: all rules, or those that are named, at length.
  static func rules(named names: [String], format: DiagnosticFormat) -> Report {
    var report = Report()
    if format == .json {
      let entries =
        names.isEmpty
        ? RuleBook.chapters.flatMap(\.entries) : names.flatMap(RuleBook.entries(named:))
      report.output = json(entries)
    } else {
      report.output =
        names.isEmpty
        ? RuleBook.chapters.map(list).joined(separator: "\n")
        : names.flatMap(RuleBook.entries(named:)).map(page).joined(separator: "\n")
    }
    for name in names where RuleBook.entries(named: name).isEmpty {
      let hint =
        Nearest.hint(name, among: RuleBook.names) ?? "`balas check --rules` lists all."
      report.remarks += "balas: there is no rule `\(name)`. \(hint)\n"
      report.status = 2
    }
    return report
  }

  private static func list(_ chapter: RuleBook.Chapter) -> String {
    "\(chapter.title)\n\n"
      + chapter.entries.map { entry in
        """
          \(entry.name)  \(severities(entry))
            \(entry.explanation.finds)
            \(entry.explanation.remedy)

        """
      }.joined()
  }

  private static func page(_ entry: RuleBook.Entry) -> String {
    let explanation = entry.explanation
    var text = """
      \(entry.name)  \(severities(entry))

        \(explanation.finds)
        \(explanation.remedy)

        Instead of

      \(indented(explanation.bad))

        write

      \(indented(explanation.mended))

      """
    if explanation.severities.contains(.warning) {
      text += """

          Where it is meant, `# balas: allow \(entry.name)` at the end of the line, or alone on the line above,
          silences the warning.

        """
    }
    return text
  }

  private static func severities(_ entry: RuleBook.Entry) -> String {
    entry.explanation.severities.map(\.rawValue).joined(separator: " or ")
  }

  private static func indented(_ example: String) -> String {
    example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
      .joined(separator: "\n")
  }

  private struct Listed: Encodable {
    var rule: String
    var severities: [String]
    var finds: String
    var remedy: String
    var bad: String
    var mended: String

    init(_ entry: RuleBook.Entry) {
      rule = entry.name
      let explanation = entry.explanation
      severities = explanation.severities.map(\.rawValue)
      (finds, remedy) = (explanation.finds, explanation.remedy)
      (bad, mended) = (explanation.bad, explanation.mended)
    }
  }

  private static func json(_ entries: [RuleBook.Entry]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings always encode.
    guard let data = try? encoder.encode(entries.map(Listed.init)) else { return "[]\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
