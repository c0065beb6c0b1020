import Dialogue
import ScenarioFile

/// A bot as it is rehearsed: the names of its media files are known.
package struct RehearsedBot: Sendable {
  package let bot: Bot
  /// The files that were laid over the bot's own; a place in them says nothing about the bot.
  package let foreignFiles: Set<String>
  /// The names of the files in the bot's folder, by the hash of their bytes; several where bytes are the same.
  private let fileNames: [String: [String]]

  package init(
    _ bot: Bot, version: BotVersion? = nil, foreignFiles: Set<String> = [], picks: PickRule = .first
  ) {
    var bot = bot
    bot.picks = picks
    self.bot = bot
    self.foreignFiles = foreignFiles
    var names: [String: [String]] = [:]
    for (path, file) in (version?.media ?? [:]).sorted(by: { $0.key < $1.key }) {
      names[file.hash, default: []].append(path.split(separator: "/").last.map(String.init) ?? path)
    }
    fileNames = names
  }

  /// A message as a test shows it: a text as it is, media as `[image toko.jpg] caption` with the file's own name.
  package func line(_ content: Content) -> String { lines(content)[0] }

  /// Each way to write a message in a test: a file by its own name, or by the name the customer sees.
  func lines(_ content: Content) -> [String] {
    switch content {
    case .text(let text): return [text]
    case .template(let template): return [template.line]
    case .media(let media):
      let names = (fileNames[media.hash] ?? []) + [media.fileName]
      return names.map { "[\(media.kind.rawValue) \($0)]" + (media.caption.map { " \($0)" } ?? "") }
    }
  }
}
