import Dialogue
import StrictYAML

/// `audio`: a file, sent as audio.
enum AudioStep: StepKind {
  static let verb = MediaKind.audio.rawValue

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    reader.replies.media.reply(.audio, fields).map { .send([$0], reader.sendOptions(fields)) }
  }
}
