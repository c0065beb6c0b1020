import Dialogue

/// What the outbox keeps of a message's content: `{"text":…}` or `{"media":"image","hash":…,"name":…,"caption":…}`.
struct ContentPayload: Codable {
  var text: String?
  var media: MediaKind?
  var hash: String?
  var name: String?
  var caption: String?

  init(_ content: Content) {
    switch content {
    case .text(let text): self.text = text
    case .media(let file):
      media = file.kind
      hash = file.hash
      name = file.fileName
      caption = file.caption
    }
  }

  func json() throws -> String {
    if let text, let json = JSONText.plain("text", text) { return json }
    return try JSONText.write(self)
  }

  /// Nil if a part is missing.
  var content: Content? {
    if let text { return .text(text) }
    guard let media, let hash, let name else { return nil }
    return .media(Content.Media(kind: media, hash: hash, fileName: name, caption: caption))
  }
}
