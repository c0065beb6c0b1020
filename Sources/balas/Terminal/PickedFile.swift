import Dialogue
import Foundation
import ScenarioFile
import Service

/// A file that a person names for a message.
struct PickedFile {
  var kind: MediaKind
  var path: String

  /// Proves the file, and gives it to the daemon.
  ///
  /// - Throws: a sentence if WhatsApp would not take it; then the daemon gets no byte of it.
  func media(caption: String? = nil, _ administration: any Administration) async throws -> Content.Media {
    if let refusal = HandPickedMedia.refusal(path: path, name: path, kind: kind) {
      throw AdminRefusal(.invalid, refusal)
    }
    let hash = try await administration.keepMedia(path)
    return Content.Media(
      kind: kind, hash: hash, fileName: URL(filePath: path).lastPathComponent, caption: caption)
  }
}
