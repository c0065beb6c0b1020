import Dialogue
import StrictYAML

/// How far what was written at a place goes: the engine knows only where things begin.
struct WrittenExtents {
  private var lengths: [SourcePosition: Int] = [:]

  init(_ files: [Fields]) {
    for scalar in files.flatMap({ Node.mapping($0.mapping).scalars }) {
      lengths[SourcePosition(scalar.span)] = scalar.span.length
    }
  }

  /// The same diagnostics, each with all of the word or value that its place begins.
  func completed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      // What YAML itself cannot read is known to the sign.
      guard YAMLRule(rawValue: diagnostic.rule) == nil else { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.span = completed(diagnostic.span)
      for index in diagnostic.notes.indices {
        diagnostic.notes[index].span = completed(diagnostic.notes[index].span)
      }
      return diagnostic
    }
  }

  private func completed(_ span: Span) -> Span {
    guard span.length == 1, let length = lengths[SourcePosition(span)] else { return span }
    var span = span
    span.length = length
    return span
  }
}
