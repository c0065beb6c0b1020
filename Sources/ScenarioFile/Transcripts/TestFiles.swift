import StrictYAML

/// The test files of a bot, read.
package struct TestFiles: Sendable {
  /// One test file.
  package struct File: Sendable {
    /// Relative to the bot's folder.
    package var path: String
    package var transcripts: [Transcript]
    /// Whether all of it could be read.
    package var isWhole: Bool
  }

  package var files: [File] = []
  package var diagnostics: [Diagnostic] = []
  /// The text of each file read.
  package var sources: [String: String] = [:]

  /// Reads the test files in a bot's folder and below it; there are none where there is no folder.
  package init(folder path: String) {
    guard let source = FolderSource(path) else { return }
    for file in source.testFiles() { read(file, source) }
  }

  /// Takes the text of one test file.
  package init(text: String, file: String) { read(Array(text.utf8), file) }

  private mutating func read(_ bytes: [UInt8], _ path: String) {
    let text = String(decoding: bytes, as: UTF8.self)
    sources[path] = text
    let findings = Findings()
    let transcripts = TranscriptReader(file: path, findings: findings).transcripts(bytes)
    diagnostics += AllowComments([path: text]).applied(to: findings.sorted, isWhole: !findings.hasErrors)
    files.append(File(path: path, transcripts: transcripts, isWhole: !findings.hasErrors))
  }

  private mutating func read(_ path: String, _ source: FolderSource) {
    let start = Span(file: path, line: 1, column: 1)
    do throws(FileProblem) {
      read(try source.read(path), path)
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, rule: TranscriptRule.testUnreadable.rawValue, Self.sentence(path, error), at: start))
      files.append(File(path: path, transcripts: [], isWhole: false))
    }
  }

  private static func sentence(_ path: String, _ problem: FileProblem) -> String {
    switch problem {
    case .missing: "there is no file `\(path)`"
    case .outside: "`\(path)` is not inside the bot's folder"
    case .notAFile: "`\(path)` is not a file"
    case .tooBig(let bytes): "`\(path)` has \(bytes) bytes; at most \(Document.Limits().size) are read"
    case .unreadable(let reason): "`\(path)` cannot be read: \(reason)"
    }
  }
}
