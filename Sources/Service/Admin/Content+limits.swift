import Dialogue
import Foundation
import ScenarioFile

extension Content {
  /// Refuses what WhatsApp would not take; the same limits as a bot's messages.
  ///
  /// - Parameter path: where a file's bytes are.
  func check(mediaAt path: (_ hash: String) -> String) throws(AdminRefusal) {
    switch self {
    case .text(let text):
      try Self.check(text, "The text", limit: Limits.text)
    case .media(let file):
      if let caption = file.caption { try Self.check(caption, "The caption", limit: Limits.caption) }
      let refusal = HandPickedMedia.refusal(path: path(file.hash), name: file.fileName, kind: file.kind)
      if let refusal { throw AdminRefusal(.invalid, refusal) }
    }
  }

  private static func check(_ text: String, _ name: String, limit: Int) throws(AdminRefusal) {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw AdminRefusal(.invalid, "\(name) is empty; write something.")
    }
    let length = text.unicodeScalars.count
    guard length <= limit else {
      throw AdminRefusal(
        .invalid, "\(name) has \(length) characters; WhatsApp takes at most \(limit): make it shorter.")
    }
  }
}
