import Dialogue
import StrictYAML

/// Reads texts to customers: a text, a list of texts, a text by language, `pick`, `$key`.
final class TextReader {
  private enum Entry {
    case reading
    case read([Reply])
  }

  /// Characters a message may have, in Unicode scalars.
  static let textLimit = Limits.text
  /// Characters the text below a medium may have, in Unicode scalars.
  static let captionLimit = Limits.caption

  let variables: Variables
  let languages: Languages
  let findings: BotFindings
  let sources: Sources
  private let declared: [String: Declarations.Entry]
  private lazy var names = declared.keys.sorted()
  private var catalog: [String: Entry] = [:]
  private var used: Set<String> = []

  init(
    _ declared: [String: Declarations.Entry], variables: Variables, languages: Languages, sources: Sources,
    _ findings: BotFindings
  ) {
    self.declared = declared
    self.variables = variables
    self.languages = languages
    self.sources = sources
    self.findings = findings
  }

  /// Each text is a message of its own; empty, and diagnostics, if nothing can be read.
  func messages(_ node: Node, _ name: String, limit: Int = textLimit) -> [Reply] {
    switch node {
    case .scalar(let scalar):
      return scalarMessages(scalar, name, limit: limit)
    case .sequence(let sequence):
      if sequence.items.isEmpty {
        findings.certain.error(
          ScenarioRule.emptyText, "\(name) is an empty list", at: sequence.span, hint: "Write a text into it."
        )
      }
      return sequence.items.flatMap { item -> [Reply] in
        guard item.sequence == nil else {
          findings.certain.wrongKind(item, "an item of \(name)", expected: "text")
          return []
        }
        return messages(item, "an item of \(name)", limit: limit)
      }
    case .mapping(let mapping):
      if mapping.entries.contains(where: { $0.key.text == "pick" }) { return picked(node, limit: limit) }
      if Languages.areLanguages(mapping) { return localized(mapping, name, limit: limit) }
      if !reportNoLanguage(mapping) {
        findings.certain.wrongKind(node, name, expected: "text or a list of texts")
      }
      return []
    }
  }

  /// Reports a text by language with one key that is none: cut at its comma, as in `{id: Halo, Kak, en: Hi}`, or no
  /// language, as in `{id: Halo, eng: Hi}`; false if it is no such text.
  func reportNoLanguage(_ mapping: Node.Mapping) -> Bool {
    let (cut, rest) = (mapping.entries.filter(\.value.isEmpty), mapping.entries.filter { !$0.value.isEmpty })
    guard let piece = cut.first, !rest.isEmpty,
      Languages.areLanguages(Node.Mapping(entries: rest, span: mapping.span))
    else { return languages.reportUnknown(mapping) }
    findings.certain.leaveUnread(.mapping(mapping))
    findings.certain.error(
      YAMLRule.quotesNeeded, "the comma before `\(piece.key.text)` ends the text", at: piece.key.span,
      hint: "Between { and } put quotes around a text with commas.")
    return true
  }

  /// One text; nil, and a diagnostic, if it is none or several.
  func single(_ node: Node, _ name: String, limit: Int) -> LocalizedText? {
    if let sequence = node.sequence {
      rejectSeveral(sequence.span, name)
      return nil
    }
    if let mapping = node.mapping, !Languages.areLanguages(mapping),
      !mapping.entries.contains(where: { $0.key.text == "pick" })
    {
      findings.certain.wrongKind(node, name, expected: "text")
      return nil
    }
    let replies = messages(node, name, limit: limit)
    if replies.count == 1, case .text(let text) = replies[0] { return text }
    if !replies.isEmpty { rejectSeveral(node.span, name) }
    return nil
  }

  /// Reads also the texts that nothing used, so that their mistakes show too.
  func finish() {
    for name in names {
      guard let entry = declared[name] else { continue }
      _ = lookUp(name)
      if Self.reference("$" + name) != name {
        findings.certain.error(
          ScenarioRule.name, "`\(name)` is no name for a text", at: entry.key.span,
          hint: "Use letters, digits, `_`, `.` and `-`, beginning with a letter.")
      } else if !used.contains(name) {
        findings.unless(.name(["$" + name])).warning(
          ScenarioRule.unusedText, "nothing uses the text `\(name)`", at: entry.key.span,
          hint: "Write `$\(name)` where it shall be said, or remove it.")
      }
    }
  }

  func rejectSeveral(_ span: Span, _ name: String) {
    findings.certain.error(
      ScenarioRule.captionNotOneText, "\(name) takes one text, not several", at: span,
      hint: "Keep one of them here, and say the others in a step of their own.")
  }

  private func scalarMessages(_ scalar: Node.Scalar, _ name: String, limit: Int) -> [Reply] {
    guard !scalar.isEmpty else {
      findings.certain.wrongKind(.scalar(scalar), name, expected: "text")
      return []
    }
    if let key = Self.reference(scalar.text) { return referred(key, scalar, limit: limit) }
    let text = scalar.text.withoutFinalBreaks(scalar.style)
    guard !text.allSatisfy(\.isWhitespace) else {
      findings.certain.error(
        ScenarioRule.emptyText, "this text is empty", at: scalar.span, hint: "Write something, or remove it.")
      return []
    }
    do {
      let template = try TextTemplate.parse(text)
      variables.use(template) { name in self.place(of: name, template, in: scalar) }
      checkLength(template, limit: limit, at: scalar.span)
      warnOfDoubleBraces(scalar)
      warnOfQuotes(scalar)
      if let mark = UnbalancedMark(in: template) {
        findings.certain.warning(
          ScenarioRule.unbalancedMark,
          "`\(mark.mark)` begins \(mark.effect) text here, and nothing on this line ends it",
          at: sources.span(of: mark.written, in: scalar),
          hint: "Write `\(mark.mark)` right behind the last of these words too, on this line, or remove it."
        )
      }
      return [.text(template)]
    } catch {
      variables.report(error, in: scalar, sources, findings.certain)
      return []
    }
  }

  private func referred(_ key: String, _ scalar: Node.Scalar, limit: Int) -> [Reply] {
    used.insert(key)
    guard let entry = declared[key] else {
      findings.unless(.key(key)).error(
        ScenarioRule.unknownText, "there is no text `\(key)`", at: scalar.span,
        hint: findings.suggestion(for: key, among: names).map { "Did you mean `$\($0)`?" }
          ?? "Write it under `texts`.")
      return []
    }
    switch lookUp(key) {
    case .reading:
      findings.certain.error(
        ScenarioRule.textLoop, "the text `\(key)` leads back to itself", at: scalar.span,
        hint: "Write here what is to be said, instead of `$\(key)`.")
      return []
    case .read(let texts):
      guard limit < Self.textLimit else { return texts }
      let note = Diagnostic.Note("it is written here", at: entry.value.span)
      for case .text(let text) in texts {
        for text in text.all { checkLength(text, limit: limit, at: scalar.span, notes: [note]) }
      }
      return texts
    }
  }

  private func lookUp(_ key: String) -> Entry {
    if let known = catalog[key] { return known }
    guard let entry = declared[key] else { return .read([]) }
    catalog[key] = .reading
    let read = Entry.read(messages(entry.value, "the text `\(key)`"))
    catalog[key] = read
    return read
  }

  /// The key of `$key`; nil if the text is no reference.
  static func reference(_ text: String) -> String? {
    guard text.first == "$", let second = text.dropFirst().first, second.isLetter || second == "_" else {
      return nil
    }
    let key = text.dropFirst()
    return key.allSatisfy { $0.isLetter || $0.isNumber || "_.-".contains($0) } ? String(key) : nil
  }

  private func checkLength(
    _ template: TextTemplate, limit: Int, at span: Span, notes: [Diagnostic.Note] = []
  ) {
    let length = variables.length(template)
    guard length > limit else { return }
    findings.certain.error(
      ScenarioRule.textTooLong, "this text has \(length) characters; WhatsApp takes \(limit)", at: span,
      hint: limit == Self.textLimit ? "Split it into a list of texts." : "Say the rest in a text of its own.",
      notes: notes)
  }

  private func place(of name: String, _ template: TextTemplate, in scalar: Node.Scalar) -> Span {
    for case .slot(name, let format, let fallback) in template.pieces {
      let written = name + (format.map { ":" + $0.rawValue } ?? "") + (fallback.map { "|" + $0 } ?? "")
      return sources.span(of: "{\(written)}", in: scalar)
    }
    return scalar.span
  }
}
