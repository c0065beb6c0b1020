import Foundation

extension DiagnosticFormat {
  private struct Place: Encodable {
    var message: String
    var file: String
    var line: Int
    var column: Int
    var length: Int

    init(_ message: String, _ span: Span) {
      self.message = message
      (file, line, column, length) = (span.file, span.line, span.column, span.length)
    }
  }

  private struct Entry: Encodable {
    var severity: String
    var rule: String
    var message: String
    var file: String
    var line: Int
    var column: Int
    var length: Int
    var hint: String?
    var notes: [Place]

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity.rawValue
      (rule, message, hint) = (diagnostic.rule, diagnostic.message, diagnostic.hint)
      let span = diagnostic.span
      (file, line, column, length) = (span.file, span.line, span.column, span.length)
      notes = diagnostic.notes.map { Place($0.message, $0.span) }
    }
  }

  static func renderJSON(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings and integers always encode.
    guard let data = try? encoder.encode(diagnostics.map(Entry.init)) else { return "[]\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
