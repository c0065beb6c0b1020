import Dialogue
import StrictYAML

/// `document`: a file, sent as a document.
enum DocumentStep: StepKind {
  static let verb = MediaKind.document.rawValue

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    reader.replies.media.reply(.document, fields).map { .send([$0], reader.sendOptions(fields)) }
  }
}
