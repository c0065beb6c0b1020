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
    let settings = BotSettings(declared.bot, findings)
    let variables = Variables(declared.constants, hasBotName: settings.name != nil, findings)
    let texts = TextReader(
      declared.texts, variables: variables, languages: settings.languages, sources: sources, findings)
    let media = MediaReader(source: source, texts: texts)
    let targets = Targets(declared.scenarios.lazy.map(\.key.text), findings)
    let hours = HoursBook(declared.hours, sources: sources, findings)
    let synonyms = Synonyms(declared.synonyms, findings)
    let steps = StepReader(
      replies: ReplyReader(texts: texts, media: media), targets: targets, synonyms: synonyms, hours: hours,
      services: ServiceBook(declared.services, variables: variables, sources: sources, findings),
      hasDefault: declared.fallback != nil)
    let phrases = Phrases(synonyms, variables, sources, findings.certain)
    let proofs = Proofs(findings.certain)
    let reader = ScenarioReader(steps: steps, phrases: phrases, proofs: proofs, findings: findings.certain)

    let scenarios = declared.scenarios.map { reader.scenario($0) }
    let fallback = declared.fallback.map { FallbackReader(steps: steps).fallback($0) } ?? Fallback()
    let options = settings.options(steps)
    for service in steps.services.all.values {
      // Each call has read it for itself; here it counts for a service that nobody calls yet.
      _ = service.failed.flatMap { steps.handler($0, "`failed`") }
    }
    phrases.finish()
    texts.finish()
    variables.finish(hours)
    check(declared, targets, scenarios, hasUnknownKeys: reading.files.contains { $0.hasUnknownKeys })

    var bot: Bot?
    if !findings.certain.hasErrors {
      let built = Bot(
        name: settings.name ?? "Bot", hash: "", options: options, constants: variables.constants,
        scenarios: scenarios, fallback: fallback)
      proofs.check(built)
      QuestionAdvice(bot: built, findings: findings.certain).check()
      let all = scenarios + [options.onIdle, options.onGone].compactMap(\.self)
      VisitDepth(all).report(findings.certain)
      TurnLength(all, findings.certain).report()
      OptionsPlaces(bot: built, findings: findings.certain).check()
      SpelledAlike(built, findings.certain).report()
      LosingPatterns(bot: built, findings: findings.certain).report()
      // What a step says is not known where it leads to nothing that is there.
      if reading.isWhole, !findings.hasErrors(isRead: true) {
        SilentTurns(built).report(findings.certain)
        NeverTrue(all, of: built).report(findings.certain)
      }
      let places = ReadingPlaces(variables, built, texts: declared.texts.values.map(\.key.span))
      var unset = UnsetVariables(built, places, findings.certain)
      unset.report()
      bot = built
    }
    let settled = WrittenExtents(reading.files).completed(findings.settled(isRead: reading.isWhole))
    let diagnostics = AllowComments(sources.texts).applied(
      to: settled, isWhole: bot != nil && reading.isWhole)
    var compilation = Compilation(bot: nil, diagnostics: diagnostics, sources: sources.texts)
    compilation.isWhole = reading.isWhole
    compilation.counts = Compilation.Counts(
      files: sources.texts.count, scenarios: scenarios.count, phrases: phrases.count,
      texts: declared.texts.count, media: media.proved.count)
    guard !compilation.hasErrors else { return compilation }
    let version = BotVersion(files: sources.texts, media: media.proved)
    compilation.version = version
    bot?.hash = version.hash
    compilation.bot = bot
    return compilation
  }

  private func check(
    _ declared: Declarations, _ targets: Targets, _ scenarios: [Scenario], hasUnknownKeys: Bool
  ) {
    let graph = ScenarioGraph(declared.scenarios, edges: targets.edges)
    graph.reportLoops(FlowGraph(scenarios), uncertain: targets.uncertain, findings.ifRead)
    graph.reportUnreachable(
      from: { index in
        if targets.roots.contains(declared.scenarios[index].key.text) { return true }
        guard let mapping = declared.scenarios[index].value.mapping else { return true }
        return mapping.entries.contains { entry in
          let word = entry.key.text
          // An unknown word may be a slip for one of them.
          return Vocabulary.starts.contains(word) || !Vocabulary.scenario.words.contains(word)
        }
      }, findings)
    if declared.fallback == nil, !hasUnknownKeys {
      findings.ifRead.warning(
        ScenarioRule.noDefault, "the bot says nothing when it does not understand",
        at: Span(file: BotFileName.main, line: 1, column: 1), hint: "Add `default:` with a `reply`.")
    }
  }
}
