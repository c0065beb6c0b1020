import Dialogue
import StrictYAML

/// Reads a short body: a text, a list of texts, or one medium.
struct ReplyReader {
  let texts: TextReader
  let media: MediaReader

  /// The messages in the order they are sent; empty, and diagnostics, if nothing can be read.
  func replies(_ node: Node, _ name: String) -> [Reply] {
    guard let mapping = node.mapping else {
      if case .sequence(let sequence) = node, sequence.items.contains(where: { Self.isMedium($0) }) {
        return mixed(sequence)
      }
      return texts.messages(node, name)
    }
    let isReply = mapping.entries.contains { Vocabulary.mediaReply.words.contains($0.key.text) }
    let isFlowText = mapping.entries.contains { $0.value.isEmpty }
    guard isReply, !isFlowText else {
      let isText = Languages.areLanguages(mapping) || mapping.entries.contains { $0.key.text == "pick" }
      if isText { return texts.messages(node, name) }
      if texts.reportNoLanguage(mapping) { return [] }
      if reportMedium(mapping, name) { return [] }
      texts.findings.certain.wrongKind(node, name, expected: "text, a list of texts or a medium")
      return []
    }
    guard let fields = Vocabulary.mediaReply.fields(node, texts.findings.certain) else { return [] }
    let kinds = MediaKind.allCases.filter { fields[$0.rawValue] != nil }
    guard kinds.count == 1, let kind = kinds.first else {
      if kinds.isEmpty, fields.hasUnknownKeys { return [] }
      texts.findings.certain.error(
        ScenarioRule.mediaPath,
        kinds.isEmpty ? "\(name) names no file" : "\(name) names more than one file", at: mapping.span,
        hint: "Write one of `image`, `document` and `audio`; for several files use `steps`.")
      return []
    }
    return media.reply(kind, fields).map { [$0] } ?? []
  }

  /// What people call media that a bot does not send.
  private static let otherMedia: Set<String> = [
    "video", "voice", "sticker", "photo", "foto", "gambar", "picture", "file", "pdf", "dokumen", "suara",
    "location", "lokasi", "contact", "kontak", "link", "url", "media", "buttons", "button", "list",
  ]

  /// Reports a medium that there is not, as in `{video: toko.mp4}`; false if it is none.
  private func reportMedium(_ mapping: Node.Mapping, _ name: String) -> Bool {
    let kinds = MediaKind.allCases.map(\.rawValue)
    let wrong = mapping.entries.first {
      Self.otherMedia.contains($0.key.text) || Nearest.to($0.key.text, among: kinds) != nil
    }
    guard let wrong, !wrong.value.isEmpty else { return false }
    texts.findings.certain.leaveUnread(.mapping(mapping))
    texts.findings.certain.error(
      YAMLRule.unknownKey, "there is no medium `\(wrong.key.text)`", at: wrong.key.span,
      hint: Nearest.hint(wrong.key.text, among: kinds)
        ?? "\(name) may send `image`, `document` or `audio`, for example `{document: katalog.pdf}`.")
    return true
  }

  private func mixed(_ sequence: Node.Sequence) -> [Reply] {
    for item in sequence.items where Self.isMedium(item) {
      texts.findings.certain.error(
        YAMLRule.wrongKind, "a list of texts cannot hold a medium", at: item.span,
        hint: "Use `steps`: one step for each message.")
    }
    return []
  }

  private static func isMedium(_ node: Node) -> Bool {
    node.mapping?.entries.contains { MediaKind(rawValue: $0.key.text) != nil } ?? false
  }
}
