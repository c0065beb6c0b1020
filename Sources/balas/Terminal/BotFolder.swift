import ArgumentParser
import Dialogue
import Foundation
import ScenarioFile
import StrictYAML

/// A bot's folder as the command line reads it.
struct BotFolder {
  let path: String

  /// The folders among `paths`, as a shell writes them for `bots/*`: files beside folders are left out, each with a
  /// sentence; a path that stands alone stays, whatever it is.
  static func chosen(from paths: [String]) -> (folders: [BotFolder], remarks: String) {
    let folders = paths.filter { !isFile($0) }
    guard !folders.isEmpty else { return (paths.map(BotFolder.init), "") }
    let remarks = paths.filter(isFile).map { "balas: \($0) is a file, and left out\n" }
    return (folders.map(BotFolder.init), remarks.joined())
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  /// What stops a folder from being read at all, as one sentence; nil if it can be tried.
  var obstacle: String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return "there is no folder \(path)"
    }
    guard isFolder.boolValue else { return "\(path) is a file; name the folder that holds bot.yaml" }
    let file = (path as NSString).appendingPathComponent("bot.yaml")
    guard FileManager.default.fileExists(atPath: file) else {
      return "\(path) has no bot.yaml; a bot is a folder that holds one"
    }
    return nil
  }

  /// The bot compiled; file names in diagnostics and sources begin with the folder's.
  func compile() -> Compilation {
    var compilation = Compilation.folder(path)
    compilation.diagnostics = compilation.diagnostics.map(placed)
    compilation.sources = Dictionary(
      compilation.sources.map { (placed($0), $1) }, uniquingKeysWith: { first, _ in first })
    return compilation
  }

  /// The bot, or its mistakes on standard error and exit status 2.
  func open() throws -> Bot { try openVersion().bot }

  /// The bot with the version of its files, or its mistakes on standard error and exit status 2.
  func openVersion() throws -> (bot: Bot, version: BotVersion?) {
    if let obstacle { throw Failure.cannot(obstacle) }
    let compilation = compile()
    guard let bot = compilation.bot else {
      let mistakes = DiagnosticFormat.text.render(compilation.diagnostics, sources: compilation.sources)
      FileHandle.standardError.write(Data(mistakes.utf8))
      throw Failure.cannot("\(path) cannot run until these mistakes are mended")
    }
    return (bot, compilation.version)
  }

  /// A place of the bot as `file:line:column`.
  func place(_ position: SourcePosition) -> String {
    "\(placed(position.file)):\(position.line):\(position.column)"
  }

  func placed(_ file: String) -> String {
    path == "." || path == "./" ? file : (path as NSString).appendingPathComponent(file)
  }

  func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.span.file = placed(diagnostic.span.file)
    for index in diagnostic.notes.indices {
      diagnostic.notes[index].span.file = placed(diagnostic.notes[index].span.file)
    }
    return diagnostic
  }
}

/// Why a verb ends without its work done.
enum Failure {
  /// One sentence on standard error and exit status 2.
  static func cannot(_ sentence: String) -> ExitCode {
    FileHandle.standardError.write(Data("balas: \(sentence)\n".utf8))
    return ExitCode(2)
  }
}
