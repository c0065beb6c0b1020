import StrictYAML

/// Reads `bot.yaml` and what it includes.
struct BotFiles {
  let source: any BotSource
  let limits: BotLimits
  let findings: Findings
  let sources: Sources
  /// One for each file that has content; included files first, in `include` order.
  private(set) var files: [Fields] = []
  /// Whether all of every file could be read.
  private(set) var isWhole = true
  private var bytes = 0

  init(source: any BotSource, limits: BotLimits, findings: Findings, sources: Sources) {
    self.source = source
    self.limits = limits
    self.findings = findings
    self.sources = sources
  }

  mutating func read() {
    let start = Span(file: BotFileName.main, line: 1, column: 1)
    let main: Fields?
    do throws(FileProblem) {
      main = open(BotFileName.main, try source.read(BotFileName.main), at: start)
    } catch {
      isWhole = false
      switch error {
      case .missing(let near, _):
        findings.error(
          ScenarioRule.noBot, "there is no `bot.yaml` in this folder", at: start,
          hint: near.map { "Did you mean to call `\($0)` so?" } ?? "Every bot begins with a file `bot.yaml`.")
      default:
        report(error, BotFileName.main, at: start)
      }
      return
    }
    guard let main else { return }
    if let include = main["include"]?.texts("`include`", findings) { readIncluded(include) }
    files.append(main)
  }

  private mutating func readIncluded(_ include: [Node.Scalar]) {
    var first: [String: Span] = [:]
    for scalar in include {
      guard let pattern = PathPattern(scalar.text) else {
        report(.outside, scalar.text, at: scalar.span)
        isWhole = false
        continue
      }
      let paths =
        pattern.hasWildcard ? source.files(matching: pattern) : [pattern.segments.joined(separator: "/")]
      if paths.isEmpty {
        findings.warning(
          ScenarioRule.includeEmpty, "no file fits `\(scalar.text)`", at: scalar.span,
          hint: "`*` stands for a part of a name, `**` for any folders.")
      }
      for path in paths {
        if let before = first[path] ?? (path == BotFileName.main ? scalar.span : nil) {
          findings.warning(
            ScenarioRule.includeTwice, "`\(path)` is read already", at: scalar.span,
            hint: "It is read once, at its first place.",
            notes: before == scalar.span ? [] : [Diagnostic.Note("first included here", at: before)])
          continue
        }
        first[path] = scalar.span
        readIncluded(path, at: scalar.span)
      }
    }
  }

  private mutating func readIncluded(_ path: String, at span: Span) {
    do throws(FileProblem) {
      guard let fields = open(path, try source.read(path), at: span) else { return }
      files.append(fields)
      if let nested = fields.keySpan("include") {
        findings.error(
          ScenarioRule.includeNested, "an included file cannot include others", at: nested,
          hint: "Name the files under `include` in `bot.yaml`; `*` and `**` find many.")
      }
    } catch {
      report(error, path, at: span)
      isWhole = false
    }
  }

  private mutating func open(_ path: String, _ content: [UInt8], at span: Span) -> Fields? {
    bytes += content.count
    guard bytes <= limits.size else {
      if isWhole {
        findings.error(
          ScenarioRule.botTooBig, "the files of this bot have more than \(limits.size) bytes", at: span
        )
      }
      isWhole = false
      return nil
    }
    let document = Document.read(content, file: path)
    sources.add(String(decoding: content, as: UTF8.self), as: path)
    findings.add(document.diagnostics)
    if !document.isWhole { isWhole = false }
    guard let root = document.root, !root.isEmpty else {
      let start = Span(file: path, line: 1, column: 1)
      // An editor that was writing at this moment leaves an empty file: no bot may become silent by that.
      if document.isWhole, path == BotFileName.main {
        findings.error(
          ScenarioRule.emptyFile, "the bot is empty", at: start,
          hint: "Write `scenarios:` and `default:` into `bot.yaml`.")
        isWhole = false
      } else if document.isWhole {
        findings.warning(
          ScenarioRule.emptyFile, "this file is empty", at: start,
          hint: "Write scenarios or texts into it, or take it out of `include`.")
      }
      return nil
    }
    let fields = Vocabulary.file.fields(root, findings)
    if fields == nil { isWhole = false }
    return fields
  }

  private func report(_ problem: FileProblem, _ path: String, at span: Span) {
    switch problem {
    case .missing(let near, let there):
      findings.error(
        ScenarioRule.fileMissing, "there is no file `\(path)` in the bot's folder", at: span,
        hint: near.map { "Did you mean `\($0)`?" } ?? FileHint.there(there))
    case .outside:
      findings.error(
        ScenarioRule.fileOutside, "`\(path)` is not inside the bot's folder", at: span,
        hint: "Copy the file into the bot's folder, and write the path from there.")
    case .notAFile:
      findings.error(ScenarioRule.fileUnreadable, "`\(path)` is not a file", at: span)
    case .tooBig(let bytes):
      findings.error(
        YAMLRule.tooBig, "`\(path)` has \(bytes) bytes; at most \(Document.Limits().size) are read", at: span,
        hint: "Split it into several files.")
    case .unreadable(let reason):
      findings.error(ScenarioRule.fileUnreadable, "`\(path)` cannot be read: \(reason)", at: span)
    }
  }
}
