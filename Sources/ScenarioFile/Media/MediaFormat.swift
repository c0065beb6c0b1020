import Dialogue

/// What the provider takes as each kind of media (Wappin API v1.7, Send Message (Media)).
enum MediaFormat {
  /// File extensions in small letters.
  static func extensions(_ kind: MediaKind) -> [String] {
    switch kind {
    case .image: ["jpg", "jpeg", "png"]
    case .document: ["pdf", "doc", "docx", "ppt", "pptx", "xls", "xlsx"]
    case .audio: ["aac", "m4a", "mp3", "ogg", "opus"]
    }
  }

  /// Bytes.
  static func limit(_ kind: MediaKind) -> Int {
    switch kind {
    case .image: 5 << 20
    case .audio: 16 << 20
    case .document: 100 << 20
    }
  }

  /// The extension of a file name in small letters; empty if it has none.
  static func fileExtension(_ name: String) -> String {
    let last = name.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  /// The kind that files with this extension are sent as.
  static func kind(ofExtension fileExtension: String) -> MediaKind? {
    MediaKind.allCases.first { extensions($0).contains(fileExtension) }
  }
}
