/// One message as the author wrote it.
package enum Reply: Sendable, Hashable {
  case text(LocalizedText)
  case media(kind: MediaKind, hash: String, fileName: String, caption: LocalizedText?)
  /// One of several at random, not the same twice running; `id` names the place for that.
  case pick(id: String, choices: [[Reply]])
  case template(TemplateReply)

  /// A text in one language.
  package static func text(_ template: TextTemplate) -> Self { .text(LocalizedText(template)) }
}

/// A message template, and the texts for its places.
package struct TemplateReply: Sendable, Hashable {
  package struct SMS: Sendable, Hashable {
    package var name: String
    package var params: [LocalizedText]

    package init(name: String, params: [LocalizedText]) {
      self.name = name
      self.params = params
    }
  }

  package var name: String
  package var params: [LocalizedText]
  package var sms: SMS?

  package init(name: String, params: [LocalizedText] = [], sms: SMS? = nil) {
    self.name = name
    self.params = params
    self.sms = sms
  }
}

/// A text in each language it was written in.
package struct LocalizedText: Sendable, Hashable {
  /// By ISO 639-1 code; empty for a text that is the same in all.
  package var byLanguage: [String: TextTemplate]
  /// For a language it was not written in: the bot's first.
  package var plain: TextTemplate

  package init(_ plain: TextTemplate, byLanguage: [String: TextTemplate] = [:]) {
    self.plain = plain
    self.byLanguage = byLanguage
  }

  package subscript(language: String) -> TextTemplate { byLanguage[language] ?? plain }

  /// The text in every language.
  package var all: [TextTemplate] { byLanguage.isEmpty ? [plain] : Array(byLanguage.values) }
}
