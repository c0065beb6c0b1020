/// The media kinds of "Wappin API v1.7, Send Message (Media)".
package enum MediaKind: String, Sendable, Hashable, Codable, CaseIterable {
  case image, document, audio

  /// The file name extensions the provider takes, lower case.
  package var extensions: Set<String> {
    switch self {
    case .image: ["jpg", "jpeg", "png"]
    case .document: ["pdf", "doc", "docx", "ppt", "pptx", "xls", "xlsx"]
    case .audio: ["aac", "m4a", "mp3", "ogg", "opus"]
    }
  }
}

/// A file somebody sent.
package struct StoredMedia: Sendable, Hashable, Codable {
  package var kind: MediaKind
  /// Its name in the sandbox's media folder.
  package var file: String
  /// The name its sender gave it.
  package var name: String
  /// In bytes.
  package var size: Int
}

extension StoredMedia {
  /// The extension of a file name, lower case; empty if there is none.
  package static func fileExtension(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
