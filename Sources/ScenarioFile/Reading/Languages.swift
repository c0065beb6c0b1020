import Dialogue
import StrictYAML

/// The languages a bot speaks, the first its own.
struct Languages {
  let all: [String]
  private let findings: BotFindings

  static let usual = ["id"]

  init(_ fields: Fields?, _ findings: BotFindings) {
    self.findings = findings
    var all: [String] = []
    for scalar in fields?.texts("languages") ?? [] {
      guard Self.isLanguage(scalar.text) else {
        findings.certain.error(
          YAMLRule.wrongValue, "`\(scalar.text)` is no language", at: scalar.span,
          hint: "Write its two letters: `id` is Indonesian, `en` is English, `jv` is Javanese.")
        continue
      }
      if all.contains(scalar.text) {
        findings.certain.warning(
          ScenarioRule.duplicateName, "the language `\(scalar.text)` is here twice", at: scalar.span)
      } else {
        all.append(scalar.text)
      }
    }
    self.all = all.isEmpty ? Self.usual : all
  }

  /// Whether a mapping is a text in several languages: each key is one (ISO 639-1).
  static func areLanguages(_ mapping: Node.Mapping) -> Bool {
    !mapping.entries.isEmpty && mapping.entries.allSatisfy { isLanguage($0.key.text) && !$0.value.isEmpty }
  }

  private static func isLanguage(_ key: String) -> Bool {
    key.utf8.count == 2 && key.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// Reports the keys of a text by language that are no languages; false if it is no such text.
  func reportUnknown(_ mapping: Node.Mapping) -> Bool {
    let (known, others) = (
      mapping.entries.filter { all.contains($0.key.text) },
      mapping.entries.filter { !all.contains($0.key.text) }
    )
    guard !known.isEmpty, mapping.entries.allSatisfy({ $0.value.scalar?.isEmpty == false }) else {
      return false
    }
    findings.certain.leaveUnread(.mapping(mapping))
    for entry in others {
      findings.certain.error(
        ScenarioRule.unknownLanguage, "`\(entry.key.text)` is no language", at: entry.key.span,
        hint: Nearest.hint(entry.key.text, among: all)
          ?? "A text by language has keys of two letters: \(all.map { "`\($0)`" }.joined(separator: ", ")).")
    }
    return true
  }

  /// Reports languages of a text that the bot does not speak, and those that it lacks.
  func check(_ mapping: Node.Mapping) {
    let written = mapping.entries.map(\.key.text)
    for entry in mapping.entries where !all.contains(entry.key.text) {
      let more = (all + [entry.key.text]).joined(separator: ", ")
      findings.certain.error(
        ScenarioRule.unknownLanguage, "the bot does not speak `\(entry.key.text)`", at: entry.key.span,
        hint: Nearest.hint(entry.key.text, among: all) ?? "Write `languages: [\(more)]` under `bot`.")
    }
    let missing = all.filter { !written.contains($0) }
    guard let first = missing.first, !written.isEmpty else { return }
    if first == all.first {
      findings.certain.error(
        ScenarioRule.missingLanguage, "this text is missing in `\(first)`, the bot's first language",
        at: mapping.entries[0].key.span, hint: "Add `\(first): …`.")
    } else {
      findings.certain.warning(
        ScenarioRule.missingLanguage, "this text is missing in `\(first)`", at: mapping.entries[0].key.span,
        hint: "Customers who speak `\(first)` will read it in `\(all[0])`.")
    }
  }

  /// Reports a text that shall become `lang` and is no language of the bot.
  func check(_ text: LocalizedText, at span: Span) {
    guard case .literal(let language)? = text.plain.pieces.first, text.plain.pieces.count == 1,
      !all.contains(language)
    else { return }
    findings.certain.error(
      ScenarioRule.unknownLanguage, "the bot does not speak `\(language)`", at: span,
      hint: Nearest.hint(language, among: all)
        ?? "Write `languages: [\((all + [language]).joined(separator: ", "))]` under `bot`.")
  }
}
