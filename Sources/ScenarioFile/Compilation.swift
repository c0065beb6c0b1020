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

  /// Compiles the bot in a folder, media proved.
  package static func folder(_ path: String) -> Compilation {
    Compilation(bot: nil, diagnostics: [])
  }

  /// Compiles a version stored earlier; its media were proved then.
  package static func stored(_ version: BotVersion) -> Compilation {
    Compilation(bot: nil, diagnostics: [])
  }
}
