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

  /// - Parameter place: where the JSON stands, for the sentence that says it cannot be read.
  static func read(_ json: String, at place: String) throws -> ContentPayload {
    if let text = JSONText.readPlain("text", json) { return ContentPayload(.text(text)) }
    return try JSONText.read(ContentPayload.self, json, at: place)
  }

  /// Nil if a part is missing.
  var content: Content? {
    if let text { return .text(text) }
    guard let media, let hash, let name else { return nil }
    return .media(Content.Media(kind: media, hash: hash, fileName: name, caption: caption))
  }
}
