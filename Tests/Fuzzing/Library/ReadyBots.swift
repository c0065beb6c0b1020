import Dialogue
import Foundation
import ScenarioFile

/// Bots that a ``Trial`` uses by name: those of `bots/`, and one of many words.
package enum ReadyBots {
  package static let all: [String: Bot] = {
    var bots = ["many-words": manyWords]
    let folder = URL(filePath: #filePath).appending(path: "../../../../bots").standardizedFileURL
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      if let bot = Compilation.folder(folder.appending(path: name).path).bot { bots[name] = bot }
    }
    return bots
  }()

  /// Thousands of words of nearly the same letters, which is hard on the mending of typos.
  private static var manyWords: Bot {
    let syllables = ["ba", "bi", "ka", "ki", "la", "li", "ma", "mi"]
    let words = syllables.flatMap { first in
      syllables.flatMap { second in
        syllables.flatMap { third in syllables.map { "b" + first + second + third + $0 } }
      }
    }
    let position = SourcePosition(file: "bot.yaml", line: 1, column: 1)
    let scenarios = words.enumerated().map { number, word in
      let start = Start(kind: .keyword, phrase: word, position: position)
      return Scenario(name: "s\(number)", starts: [start], steps: [], position: position)
    }
    return Bot(
      name: "Bot", hash: "", options: BotOptions(timezone: .gmt), scenarios: scenarios, fallback: Fallback())
  }
}
