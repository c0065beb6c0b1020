/// What one message to a customer consists of.
package enum Content: Sendable, Hashable, Codable {
  case text(String)
  case media(Media)
  case template(MessageTemplate)

  /// The file it carries.
  package var media: Media? {
    switch self {
    case .text: nil
    case .media(let media): media
    case .template(let template): template.media
    }
  }

  /// With each value of a template on one line.
  package var onOneLine: Content {
    if case .template(let template) = self { .template(template.onOneLine) } else { self }
  }

  /// Whether it only reaches a customer who has written in the last 24 hours.
  package var needsOpenWindow: Bool {
    if case .template = self { false } else { true }
  }

  /// A media message; the bytes are found by their hash.
  package struct Media: Sendable, Hashable, Codable {
    package var kind: MediaKind
    /// SHA-256 of the file's bytes, 64 lower-case hex digits: its name in the content-addressed store.
    package var hash: String
    /// The file name the customer sees, extension included.
    package var fileName: String
    package var caption: String?

    package init(kind: MediaKind, hash: String, fileName: String, caption: String? = nil) {
      self.kind = kind
      self.hash = hash
      self.fileName = fileName
      self.caption = caption
    }
  }
}

/// The media kinds a scenario can send ("Response Type" at the provider, without Text).
package enum MediaKind: String, Sendable, Hashable, Codable, CaseIterable {
  case image, document, audio
}
