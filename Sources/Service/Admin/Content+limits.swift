import Dialogue
import Foundation
import ScenarioFile

extension Content {
  /// Refuses what WhatsApp would not take; the same limits as a bot's messages.
  ///
  /// - Parameter path: where a file's bytes are.
  func check(mediaAt path: (_ hash: String) -> String) throws(AdminRefusal) {
    switch self {
    case .text(let text): try text.check("The text", limit: Limits.text)
    case .media(let file): try file.check(mediaAt: path)
    case .template(let template):
      try template.check()
      try template.media?.check(mediaAt: path)
    }
  }
}

extension Content.Media {
  fileprivate func check(mediaAt path: (_ hash: String) -> String) throws(AdminRefusal) {
    if let caption { try caption.check("The caption", limit: Limits.caption) }
    let refusal = HandPickedMedia.refusal(path: path(hash), name: fileName, kind: kind)
    if let refusal { throw AdminRefusal(.invalid, refusal) }
  }
}

extension MessageTemplate {
  /// As many as the provider's document names.
  private static let replyLimit = 3
  /// Longer than any code of language and country.
  private static let languageLimit = 16

  fileprivate func check() throws(AdminRefusal) {
    if let contradiction { throw AdminRefusal(.invalid, contradiction) }
    if media?.kind == .audio {
      throw AdminRefusal(.invalid, "A template's file is a picture or a document, not a sound.")
    }
    try name.check("The template's name", limit: Limits.templateName)
    try languageCode?.check("The language", limit: Self.languageLimit)
    try header?.check("The header", limit: Limits.templateParam)
    if let button {
      try button.url?.check("The end of the button's address", limit: Limits.templateParam)
      guard button.replyPayloads.count <= Self.replyLimit else {
        throw AdminRefusal(
          .invalid, "A template has at most \(Self.replyLimit) buttons to reply with; leave some out.")
      }
      for (index, payload) in button.replyPayloads.enumerated() {
        try payload.check("The reply of button \(index + 1)", limit: Limits.templateParam)
      }
    }
    for (index, param) in params.enumerated() {
      try param.check("Parameter \(index + 1)", limit: Limits.templateParam)
    }
    guard let sms else { return }
    try sms.name.check("The SMS template's name", limit: Limits.templateName)
    for (index, param) in sms.params.enumerated() {
      try param.check("SMS parameter \(index + 1)", limit: Limits.templateParam)
    }
  }
}

extension String {
  fileprivate func check(_ name: String, limit: Int) throws(AdminRefusal) {
    guard contains(where: { !$0.isWhitespace }) else {
      throw AdminRefusal(.invalid, "\(name) is empty; write something.")
    }
    let length = unicodeScalars.count
    guard length <= limit else {
      throw AdminRefusal(
        .invalid, "\(name) has \(length) characters; WhatsApp takes at most \(limit): make it shorter.")
    }
  }
}
