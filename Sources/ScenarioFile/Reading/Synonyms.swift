import Dialogue
import StrictYAML

/// What `@name` stands for in keywords and patterns: any of several phrases.
struct Synonyms {
  private(set) var phrases: [String: [String]] = [:]
  private let names: [String]
  private let findings: BotFindings

  /// More ways to say one keyword would make the bot slow to load.
  static let variantLimit = 1000

  init(_ entries: [Declarations.Entry], _ findings: BotFindings) {
    self.findings = findings
    names = entries.map(\.key.text)
    for entry in entries {
      let name = entry.key.text
      guard Self.isName(name) else {
        findings.certain.error(
          ScenarioRule.name, "`\(name)` is no name for a synonym", at: entry.key.span,
          hint: "Use small letters, digits and `_`, beginning with a letter; keywords name it as `@price`.")
        continue
      }
      phrases[name] = (entry.value.texts("the synonym `\(name)`", findings.certain) ?? []).compactMap {
        phrase($0, isAlone: entry.value.sequence == nil)
      }
    }
  }

  private func phrase(_ scalar: Node.Scalar, isAlone: Bool) -> String? {
    if let list = PhraseList(scalar, isAlone: isAlone) {
      findings.certain.error(
        ScenarioRule.severalPhrases, "this is one phrase: commas separate phrases only inside [ ]",
        at: scalar.span, hint: "Write `\(list.written)`.")
      return nil
    }
    guard !scalar.text.contains("@") else {
      findings.certain.error(
        YAMLRule.wrongValue, "a synonym cannot stand for another synonym", at: scalar.span,
        hint: "Write the words themselves.")
      return nil
    }
    guard !PlainText.words(scalar.text).isEmpty else {
      findings.certain.error(
        ScenarioRule.emptyPhrase, "there is no letter or digit in this phrase", at: scalar.span,
        hint: "A phrase is compared by its words; punctuation and emoji do not count.")
      return nil
    }
    return scalar.text
  }

  /// The ways to say a phrase that holds `@name`; empty for one that holds none, nil and a diagnostic if one is unknown.
  func variants(_ phrase: String, at span: Span) -> [String]? {
    let parts = phrase.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    guard parts.contains(where: { Self.reference($0) != nil }) else { return [] }
    var variants = [""]
    for part in parts {
      var choices = [part]
      if let name = Self.reference(part) {
        guard let known = phrases[name] else {
          findings.unless(.key(name)).error(
            ScenarioRule.unknownSynonym, "there is no synonym `@\(name)`", at: span,
            hint: findings.suggestion(for: name, among: names).map { "Did you mean `@\($0)`?" }
              ?? "Write its words under `synonyms`: `\(name): […]`.")
          return nil
        }
        choices = known
      }
      guard variants.count * choices.count <= Self.variantLimit else {
        findings.certain.error(
          ScenarioRule.tooManyVariants,
          "this phrase can be said in more than \(Self.variantLimit) ways", at: span,
          hint: "Use fewer synonyms in one phrase.")
        return nil
      }
      variants = variants.flatMap { start in choices.map { start.isEmpty ? $0 : start + " " + $0 } }
    }
    return variants
  }

  /// The name in `@name`; nil for any other word.
  private static func reference(_ word: String) -> String? {
    guard word.first == "@", word.dropFirst().first?.isLetter == true else { return nil }
    return String(word.dropFirst())
  }

  private static func isName(_ name: String) -> Bool {
    (name.first?.isLetter ?? false)
      && name.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
      }
  }
}
