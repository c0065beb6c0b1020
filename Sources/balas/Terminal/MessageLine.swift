import Dialogue

/// How a message of the bot is shown in a terminal and in transcripts.
enum MessageLine {
  /// A text as it is, media as `[image toko.jpg] caption`.
  static func text(_ content: Content) -> String {
    switch content {
    case .text(let text): text
    case .media(let media):
      "[\(media.kind.rawValue) \(media.fileName)]" + (media.caption.map { " \($0)" } ?? "")
    case .template(let template): template.line
    }
  }

  /// `text` behind `label`, its further lines under its first.
  static func labelled(_ label: String, _ text: String) -> String {
    let indent = String(repeating: " ", count: label.count)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return label
      + lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n").dropFirst(
        lines.first == "" ? 0 : label.count)
  }
}
