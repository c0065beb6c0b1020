import Dialogue
import StrictYAML

/// The phrases that start scenarios; `keywords` and `exact` share one name space.
final class Phrases {
  private struct Owner {
    let scenario: String
    let span: Span
  }

  private(set) var count = 0
  private var owners: [[String]: Owner] = [:]
  private var patterns: [Pattern.Shape: Owner] = [:]
  /// Patterns that stand for a few phrases, which may be found elsewhere too.
  private var spelledOut: [(words: [[String]], source: String, owner: Owner)] = []
  private let synonyms: Synonyms
  private let variables: Variables
  private let sources: Sources
  private let findings: Findings

  init(_ synonyms: Synonyms, _ variables: Variables, _ sources: Sources, _ findings: Findings) {
    self.synonyms = synonyms
    self.variables = variables
    self.sources = sources
    self.findings = findings
  }

  /// Reads what starts one scenario: `keywords`, `exact` and `pattern`.
  func starts(_ fields: Fields, scenario: String) -> [Start] {
    starts(fields, "keywords", .keyword, scenario) + starts(fields, "exact", .exact, scenario)
      + (fields.texts("pattern") ?? []).compactMap { pattern($0, scenario) }
  }

  private func pattern(_ scalar: Node.Scalar, _ scenario: String) -> Start? {
    do {
      let source = scalar.text.withoutFinalBreaks(scalar.style)
      let pattern = try Pattern(parsing: source, synonyms: synonyms.phrases)
      for slot in pattern.slots { variables.declare(slot.name, at: scalar.span) }
      count += 1
      let owner = Owner(scenario: scenario, span: scalar.span)
      if let first = patterns[pattern.shape] {
        report(source, scalar.span, scenario, first)
      } else {
        patterns[pattern.shape] = owner
        if let words = pattern.phrases(upTo: 100) { spelledOut.append((words, source, owner)) }
      }
      return Start(pattern: pattern, position: SourcePosition(scalar.span))
    } catch {
      sources.report(error, in: scalar, findings)
      return nil
    }
  }

  /// Reports the patterns that fit just what a phrase says; a phrase goes before a pattern.
  func finish() {
    for (words, source, owner) in spelledOut {
      guard let phrase = words.first(where: { owners[$0] != nil }), let first = owners[phrase] else {
        continue
      }
      report(words.count == 1 ? source : phrase.joined(separator: " "), owner.span, owner.scenario, first)
    }
  }

  private func starts(_ fields: Fields, _ key: String, _ kind: Start.Kind, _ scenario: String) -> [Start] {
    guard let node = fields[key] else { return [] }
    if let list = node.sequence, list.items.isEmpty {
      findings.error(
        ScenarioRule.emptyPhrase, "`\(key)` is an empty list", at: list.span,
        hint: "Write the phrases that start the scenario, or remove `\(key)`.")
    }
    return (fields.texts(key) ?? []).compactMap { scalar in
      if let list = PhraseList(scalar, isAlone: node.sequence == nil) {
        report(list, scalar, key)
        return nil
      }
      return start(scalar, kind, scenario)
    }
  }

  private func report(_ list: PhraseList, _ scalar: Node.Scalar, _ key: String) {
    let hasOddComma = scalar.text.contains { "\u{FF0C}\u{3001}".contains($0) }
    findings.error(
      ScenarioRule.severalPhrases,
      hasOddComma
        ? "this is one phrase: between phrases stand usual commas, inside [ ]"
        : "this is one phrase: commas separate \(key == "keywords" ? key : "phrases") only inside [ ]",
      at: scalar.span,
      hint: "Write `\(key): \(list.written)`.")
  }

  private func start(_ scalar: Node.Scalar, _ kind: Start.Kind, _ scenario: String) -> Start? {
    let phrase = scalar.text.withoutFinalBreaks(scalar.style)
    guard let variants = synonyms.variants(phrase, at: scalar.span) else { return nil }
    for variant in variants.isEmpty ? [phrase] : variants {
      guard isUsable(variant, kind, scalar, of: scenario) else { return nil }
    }
    count += 1
    return Start(kind: kind, phrase: phrase, variants: variants, position: SourcePosition(scalar.span))
  }

  /// Whether a phrase can start a scenario, and no other has it.
  private func isUsable(_ phrase: String, _ kind: Start.Kind, _ scalar: Node.Scalar, of scenario: String)
    -> Bool
  {
    let words = PlainText.words(phrase)
    guard !words.isEmpty else {
      findings.error(
        ScenarioRule.emptyPhrase, "there is no letter or digit in this phrase", at: scalar.span,
        hint: "A phrase is compared by its words; punctuation and emoji do not count.")
      return false
    }
    if kind == .keyword, words.count == 1, words[0].allSatisfy(\.isNumber) {
      findings.error(
        ScenarioRule.bareNumber, "a bare number as a keyword would fit every message that holds it",
        at: scalar.span,
        hint:
          "Put it under `exact`, where it must be the whole message, or use a `menu`, which numbers its options."
      )
      return false
    }
    if kind == .keyword, FillerWords.all.isSuperset(of: words) {
      findings.warning(
        ScenarioRule.fillerKeyword,
        "people add `\(phrase)` to any message: `harga \(words.joined(separator: " "))` would fit this keyword too",
        at: scalar.span,
        hint: "Put it under `exact`, where it must be the whole message, or add the word it is about.")
    }
    if let first = owners[words] {
      guard first.span != scalar.span else { return true }
      report(phrase, scalar.span, scenario, first)
    } else {
      owners[words] = Owner(scenario: scenario, span: scalar.span)
    }
    return true
  }

  private func report(_ phrase: String, _ span: Span, _ scenario: String, _ first: Owner) {
    if first.scenario == scenario {
      findings.warning(
        ScenarioRule.duplicatePhrase, "`\(phrase)` is here twice", at: span, hint: "Remove one of the two.",
        notes: [Diagnostic.Note("first written here", at: first.span)])
    } else {
      findings.error(
        ScenarioRule.phraseConflict,
        "`\(phrase)` starts both `\(first.scenario)` and `\(scenario)`", at: span,
        hint: "Keep it in one of the two; case, accents, punctuation and emoji do not count.",
        notes: [Diagnostic.Note("it starts `\(first.scenario)` here", at: first.span)])
    }
  }
}
