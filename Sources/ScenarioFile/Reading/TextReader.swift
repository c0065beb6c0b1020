import Dialogue
import StrictYAML

/// Reads texts to customers: a text, a list of texts, `$key`.
final class TextReader {
  private enum Entry {
    case reading
    case read([TextTemplate])
  }

  /// Characters a message may have, in Unicode scalars.
  static let textLimit = Limits.text
  /// Characters the text below a medium may have, in Unicode scalars.
  static let captionLimit = Limits.caption

  let variables: Variables
  let findings: BotFindings
  private let sources: Sources
  private let declared: [String: Declarations.Entry]
  private lazy var names = declared.keys.sorted()
  private var catalog: [String: Entry] = [:]
  private var used: Set<String> = []

  init(
    _ declared: [String: Declarations.Entry], variables: Variables, sources: Sources, _ findings: BotFindings
  ) {
    self.declared = declared
    self.variables = variables
    self.sources = sources
    self.findings = findings
  }

  /// Each text is a message of its own; empty, and diagnostics, if nothing can be read.
  func messages(_ node: Node, _ name: String, limit: Int = textLimit) -> [TextTemplate] {
    switch node {
    case .scalar(let scalar):
      return scalarMessages(scalar, name, limit: limit)
    case .sequence(let sequence):
      if sequence.items.isEmpty {
        findings.certain.error(ScenarioRule.emptyText, "\(name) is an empty list", at: sequence.span)
      }
      return sequence.items.flatMap { item -> [TextTemplate] in
        if let scalar = item.scalar { return scalarMessages(scalar, "an item of \(name)", limit: limit) }
        reject(item, "an item of \(name)", expected: "text")
        return []
      }
    case .mapping:
      reject(node, name, expected: "text or a list of texts")
      return []
    }
  }

  /// One text; nil, and a diagnostic, if it is none or several.
  func single(_ node: Node, _ name: String, limit: Int) -> TextTemplate? {
    guard let scalar = node.scalar else {
      if node.mapping != nil { reject(node, name, expected: "text") } else { rejectSeveral(node.span, name) }
      return nil
    }
    let texts = scalarMessages(scalar, name, limit: limit)
    if texts.count > 1 { rejectSeveral(scalar.span, name) }
    return texts.count == 1 ? texts.first : nil
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

  private func rejectSeveral(_ span: Span, _ name: String) {
    findings.certain.error(ScenarioRule.captionNotOneText, "\(name) takes one text, not several", at: span)
  }

  private func scalarMessages(_ scalar: Node.Scalar, _ name: String, limit: Int) -> [TextTemplate] {
    guard !scalar.isEmpty else {
      findings.certain.wrongKind(.scalar(scalar), name, expected: "text")
      return []
    }
    if let key = Self.reference(scalar.text) { return referred(key, scalar, limit: limit) }
    let text = scalar.text.withoutFinalBreaks(scalar.style)
    guard !text.allSatisfy(\.isWhitespace) else {
      findings.certain.error(ScenarioRule.emptyText, "this text is empty", at: scalar.span)
      return []
    }
    do {
      let template = try TextTemplate.parse(text)
      variables.check(template) { name in self.place(of: name, template, in: scalar) }
      checkLength(template, limit: limit, at: scalar.span)
      return [template]
    } catch {
      report(error, text, in: scalar)
      return []
    }
  }

  private func referred(_ key: String, _ scalar: Node.Scalar, limit: Int) -> [TextTemplate] {
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
        ScenarioRule.textLoop, "the text `\(key)` leads back to itself", at: scalar.span)
      return []
    case .read(let texts):
      guard limit < Self.textLimit else { return texts }
      for text in texts {
        let note = Diagnostic.Note("it is written here", at: entry.value.span)
        checkLength(text, limit: limit, at: scalar.span, notes: [note])
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

  private func report(_ mistake: TextTemplate.Mistake, _ text: String, in scalar: Node.Scalar) {
    let scalars = Array(text.unicodeScalars)
    let end = min(mistake.offset + mistake.length, scalars.count)
    let needle = String(String.UnicodeScalarView(scalars[min(mistake.offset, end)..<end]))
    let before = String(String.UnicodeScalarView(scalars[..<min(mistake.offset, end)]))
    let nth = needle.isEmpty ? 0 : before.components(of: needle)
    let span = sources.span(of: needle, nth: nth, in: scalar)
    findings.certain.error(ScenarioRule.brace, mistake.message, at: span, hint: mistake.hint.sentence)
  }

  /// A mapping where a text should stand: texts by language and `pick` do not work yet, anything else is wrong.
  func reject(_ node: Node, _ name: String, expected: String) {
    if let mapping = node.mapping, !mapping.entries.isEmpty {
      if mapping.entries.contains(where: { $0.key.text == "pick" }) {
        _ = Vocabulary.textChoice.fields(node, findings.certain)
        return
      }
      if mapping.entries.allSatisfy({ Self.isLanguage($0.key.text) && !$0.value.isEmpty }) {
        findings.certain.leaveUnread(node)
        findings.certain.error(
          YAMLRule.notYet, "texts in several languages are not supported yet", at: mapping.span)
        return
      }
    }
    findings.certain.wrongKind(node, name, expected: expected)
  }

  /// Whether a key is a language (ISO 639-1).
  static func isLanguage(_ key: String) -> Bool {
    key.utf8.count == 2 && key.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}

extension String {
  /// How often `part` stands here.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }

  /// With a capital at its start and a full stop, unless it ends otherwise.
  fileprivate var sentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}
