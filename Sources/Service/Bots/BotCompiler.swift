import Dialogue
import Foundation
import Journal
import NIOPosix
import ScenarioFile
import StrictYAML

/// Compiles the bots of a configuration; the same for a start and a reload.
package struct BotCompiler: Sendable {
  /// What came of compiling every project's bot.
  package struct Result: Sendable {
    package var compilations: [Channel: Compilation] = [:]
    /// With the bot's folder before each file's name.
    package var diagnostics: [Diagnostic] = []
    package var sources: [String: String] = [:]
  }

  /// Compiles on a thread that may wait for the disk: the daemon's own must go on answering.
  package static func compileAside(_ projects: [Project]) async throws -> Result {
    try await NIOThreadPool.singleton.runIfActive { compile(projects) }
  }

  /// Two projects may share a folder; it is compiled once.
  package static func compile(_ projects: [Project]) -> Result {
    var result = Result()
    var folders: [String: Compilation] = [:]
    for project in projects {
      if let known = folders[project.bot] {
        result.compilations[project.channel] = known
        continue
      }
      let compilation = Compilation.folder(project.bot)
      folders[project.bot] = compilation
      result.compilations[project.channel] = compilation
      result.diagnostics += compilation.diagnostics.map { $0.under(project.bot) }
      for (file, text) in compilation.sources { result.sources["\(project.bot)/\(file)"] = text }
    }
    return result
  }
}

extension Diagnostic {
  /// The diagnostic with its files named from outside `folder`.
  fileprivate func under(_ folder: String) -> Diagnostic {
    var moved = self
    moved.span.file = "\(folder)/\(span.file)"
    for index in moved.notes.indices { moved.notes[index].span.file = "\(folder)/\(notes[index].span.file)" }
    return moved
  }
}
