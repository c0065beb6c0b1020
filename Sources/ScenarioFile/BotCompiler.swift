import Dialogue
import StrictYAML

/// Compiles the files of one bot: reads, checks, and puts the bot together.
struct BotCompiler {
  let source: any BotSource
  let limits: BotLimits
  private let findings = BotFindings()
  private let sources = Sources()

  init(source: any BotSource, limits: BotLimits = BotLimits()) {
    self.source = source
    self.limits = limits
  }

  func compile() -> Compilation {
    var reading = BotFiles(source: source, limits: limits, findings: findings.certain, sources: sources)
    reading.read()
    let declared = Declarations(reading.files, limits: limits, findings.certain)
    let settings = BotSettings(declared.bot, findings.certain)
    let variables = Variables(declared.constants, hasBotName: settings.name != nil, findings)
    let texts = TextReader(declared.texts, variables: variables, sources: sources, findings)
    let media = MediaReader(source: source, texts: texts)
    let replies = ReplyReader(texts: texts, media: media)
    let targets = Targets(declared.scenarios.lazy.map(\.key.text), findings)
    let phrases = Phrases(findings.certain)
    let reader = ScenarioReader(
      steps: StepReader(replies: replies, targets: targets), phrases: phrases, findings: findings.certain)

    let scenarios = declared.scenarios.map { reader.scenario($0) }
    let fallback = declared.fallback.map { FallbackReader(replies: replies).fallback($0) }
    texts.finish()
    check(declared, targets, hasUnknownKeys: reading.files.contains { $0.hasUnknownKeys })

    let diagnostics = findings.settled(isRead: reading.isWhole)
    var compilation = Compilation(bot: nil, diagnostics: diagnostics, sources: sources.texts)
    compilation.isWhole = reading.isWhole
    compilation.counts = Compilation.Counts(
      files: sources.texts.count, scenarios: scenarios.count, phrases: phrases.count,
      texts: declared.texts.count, media: media.proved.count)
    guard !compilation.hasErrors else { return compilation }
    let version = BotVersion(files: sources.texts, media: media.proved)
    compilation.version = version
    compilation.bot = Bot(
      name: settings.name ?? "Bot", hash: version.hash, options: BotOptions(timezone: settings.timezone),
      constants: variables.constants, scenarios: scenarios, fallback: fallback ?? Fallback())
    return compilation
  }

  private func check(_ declared: Declarations, _ targets: Targets, hasUnknownKeys: Bool) {
    let graph = ScenarioGraph(declared.scenarios, edges: targets.edges)
    graph.reportLoops(uncertain: targets.uncertain, findings.ifRead)
    graph.reportUnreachable(
      from: { index in
        guard let mapping = declared.scenarios[index].value.mapping else { return true }
        return mapping.entries.contains { entry in
          let word = entry.key.text
          // An unknown word may be a slip for one of them.
          return Vocabulary.starts.contains(word) || !Vocabulary.scenario.all.contains(word)
        }
      }, findings)
    if declared.fallback == nil, !hasUnknownKeys {
      findings.ifRead.warning(
        ScenarioRule.noDefault, "the bot says nothing when it does not understand",
        at: Span(file: BotFileName.main, line: 1, column: 1), hint: "Add `default:` with a `reply`.")
    }
  }
}
