import Dialogue

/// What the outbox keeps of a message's content: `{"text":…}` or `{"media":"image","hash":…,"name":…,"caption":…}` or
/// `{"template":{…}}`, whose file, if it has one, is beside it as that of a media message is.
struct ContentPayload: Codable {
  var text: String?
  var media: MediaKind?
  var hash: String?
  var name: String?
  var caption: String?
  var template: MessageTemplate?

  init(_ content: Content) {
    if case .text(let text) = content { self.text = text }
    if case .template(var template) = content {
      template.media = nil
      self.template = template
    }
    guard let file = content.media else { return }
    media = file.kind
    hash = file.hash
    name = file.fileName
    caption = file.caption
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
    if var template {
      template.media = file
      return .template(template)
    }
    return file.map(Content.media)
  }

  private var file: Content.Media? {
    guard let media, let hash, let name else { return nil }
    return Content.Media(kind: media, hash: hash, fileName: name, caption: caption)
  }
}
