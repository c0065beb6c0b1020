import Dialogue
import StrictYAML

/// `image`: a file, sent as an image.
enum ImageStep: StepKind {
  static let verb = MediaKind.image.rawValue

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    reader.replies.media.reply(.image, fields).map { .send([$0], reader.sendOptions(fields)) }
  }
}
