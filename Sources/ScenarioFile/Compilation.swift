import Dialogue
import StrictYAML

/// What came of compiling a bot.
package struct Compilation: Sendable {
  /// Nil if there was any error.
  package var bot: Bot?
  /// By file, line, column.
  package var diagnostics: [Diagnostic]
  /// The version that was compiled; nil if there was any error.
  package var version: BotVersion?
  /// Where the bytes of each media hash were read, absolute: what the daemon copies into its store.
  package var mediaPaths: [String: String]
  /// The text of each file read, for showing the line a diagnostic speaks of.
  package var sources: [String: String]

  /// Whether every file could be read; if not, more may be wrong than ``diagnostics`` say.
  package var isWhole = true

  /// The files that were laid over the bot's own; see ``folder(_:under:)``.
  package var layeredFiles: Set<String> = []

  /// How much there is of everything.
  package var counts = Counts()

  package init(
    bot: Bot?, diagnostics: [Diagnostic], version: BotVersion? = nil,
    mediaPaths: [String: String] = [:], sources: [String: String] = [:]
  ) {
    self.bot = bot
    self.diagnostics = diagnostics
    self.version = version
    self.mediaPaths = mediaPaths
    self.sources = sources
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package struct Counts: Sendable, Hashable {
    package var files = 0
    package var scenarios = 0
    /// Phrases under `keywords` and `exact`.
    package var phrases = 0
    package var texts = 0
    package var media = 0

    package init(files: Int = 0, scenarios: Int = 0, phrases: Int = 0, texts: Int = 0, media: Int = 0) {
      self.files = files
      self.scenarios = scenarios
      self.phrases = phrases
      self.texts = texts
      self.media = media
    }
  }

  /// Compiles the bot in a folder, media proved.
  package static func folder(_ path: String) -> Compilation {
    guard let source = FolderSource(path) else {
      let diagnostic = Diagnostic(
        .error, rule: ScenarioRule.noBot.rawValue, "there is no folder `\(path)`",
        at: Span(file: BotFileName.main, line: 1, column: 1),
        hint: "Name the folder that holds the bot's `bot.yaml`.")
      return Compilation(bot: nil, diagnostics: [diagnostic])
    }
    var compilation = BotCompiler(source: source).compile()
    compilation.mediaPaths = source.mediaPaths
    return compilation
  }

  /// Compiles the bot in a folder with the files of a folder inside it laid over it.
  ///
  /// - Returns: nil if there is no such folder inside the bot's.
  package static func folder(_ path: String, under layer: String) -> Compilation? {
    guard let lower = FolderSource(path), let normal = RelativePath.normal(layer),
      let upper = FolderSource(lower.root + "/" + normal), upper.root.hasPrefix(lower.root + "/")
    else { return nil }
    var compilation = BotCompiler(source: OverlaySource(upper: upper, lower: lower)).compile()
    compilation.mediaPaths = lower.mediaPaths.merging(upper.mediaPaths) { $1 }
    compilation.layeredFiles = Set(compilation.sources.keys).filter { (try? upper.read($0)) != nil }
    return compilation
  }

  /// Compiles a version stored earlier, without touching a file; its media were proved then.
  package static func stored(_ version: BotVersion) -> Compilation {
    BotCompiler(source: StoredSource(version: version)).compile()
  }
}
