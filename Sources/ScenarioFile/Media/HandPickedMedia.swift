import Dialogue
import StrictYAML

/// The proof of a bot's media, for a file that a person picks.
package enum HandPickedMedia {
  /// Why the file at `path` cannot be sent: a sentence with what to do; nil if it can.
  ///
  /// - Parameter name: the file's name for the customer, whose ending says what it is.
  package static func refusal(path: String, name: String, kind: MediaKind) -> String? {
    let problem: MediaProblem
    do throws(MediaProblem) {
      let file: OpenedFile
      do throws(FileProblem) { file = try OpenedFile(path) } catch { throw .file(error) }
      _ = try MediaProof(kind: kind, path: name).prove(file)
      return nil
    } catch {
      problem = error
    }
    let diagnostic = MediaMessage(path: name, kind: kind, problem: problem)
      .diagnostic(at: Span(file: path, line: 1, column: 1))
    return "\(diagnostic.message).\(diagnostic.hint.map { " " + $0 } ?? "")"
  }
}
