import Dialogue

/// How a message of the bot is shown in a terminal and in transcripts.
enum MessageLine {
  /// A text as it is, media as `[image toko.jpg] caption`.
  static func text(_ content: Content) -> String {
    switch content {
    case .text(let text): text
    case .media(let media):
      "[\(media.kind.rawValue) \(media.fileName)]" + (media.caption.map { " \($0)" } ?? "")
    }
  }

  /// `text` behind `label`, its further lines under its first.
  static func labelled(_ label: String, _ text: String) -> String {
    let indent = String(repeating: " ", count: label.count)
    return label
      + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + indent)
  }
}
