import Dialogue
import StrictYAML

/// Says in an author's words why a file cannot be sent.
struct MediaMessage {
  let path: String
  let kind: MediaKind
  let problem: MediaProblem

  func diagnostic(at span: Span) -> Diagnostic {
    let (rule, message, hint) = words
    return Diagnostic(.error, rule: rule.rawValue, message, at: span, hint: hint)
  }

  private var words: (ScenarioRule, String, String?) {
    let fileExtension = MediaFormat.fileExtension(path)
    switch problem {
    case .file(.missing(let near, let there)):
      return (
        .mediaMissing, "there is no file `\(path)` in the bot's folder",
        near.map { near in
          near.lowercased() == path.lowercased()
            ? "There is `\(near)`: small and capital letters must be the same." : "Did you mean `\(near)`?"
        } ?? FileHint.there(there)
      )
    case .file(.outside):
      return (
        .mediaOutside, "`\(path)` is not inside the bot's folder",
        "Copy the file into the bot's folder, and write the path from there."
      )
    case .file(.unreadable(let reason)):
      return (.mediaUnreadable, "`\(path)` cannot be read: \(reason)", nil)
    case .file(.notAFile), .file(.tooBig):
      return (.mediaUnreadable, "`\(path)` is not a file", nil)
    case .empty:
      return (.mediaEmpty, "`\(path)` is empty", "Copy the file again.")
    case .tooBig(let bytes, let limit):
      return (
        .mediaSize,
        "`\(path)` has \(Self.megabytes(bytes)) MB; WhatsApp takes at most \(limit >> 20) MB as \(kind.article)",
        "Make it smaller."
      )
    case .wrongContent(let looksLike):
      return (
        .mediaContent,
        "`\(path)` is no `.\(fileExtension)` file"
          + (looksLike.map { ": its first bytes are those of \($0)" } ?? ""),
        "Save it again as `.\(fileExtension)`, or give it the ending of what it is."
      )
    case .wrongType:
      let endings = MediaFormat.extensions(kind).map { "`.\($0)`" }.joined(separator: " ")
      let other = MediaFormat.kind(ofExtension: fileExtension)
      return (
        .mediaType,
        fileExtension.isEmpty
          ? "`\(path)` has no ending that tells its type"
          : "a `.\(fileExtension)` file cannot be sent as \(kind.article)",
        other.map { "Send it with `\($0.rawValue)`." } ?? "As \(kind.article) go \(endings)."
      )
    }
  }

  /// Rounded up to a tenth, so that a file just over a limit does not look as if it kept it.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + (1 << 20) - 1) >> 20
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension MediaKind {
  fileprivate var article: String {
    switch self {
    case .image: "an image"
    case .document: "a document"
    case .audio: "audio"
    }
  }
}
