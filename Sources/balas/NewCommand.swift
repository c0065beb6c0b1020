import ArgumentParser
import Foundation

extension StarterBot.Language: ExpressibleByArgument {}

/// `balas new`: a first bot in a new folder.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a first bot: a folder with a commented bot.yaml and tests that pass.",
    discussion: """
      Examples:
        balas new my-bot                      in Indonesian
        balas new bots/cafe --language en     in English

      The bot greets, shows a menu, asks two questions and hands over to a person; each part says in a line what it does.
      The folder must not exist yet: nothing is overwritten.

      Exit status: 0, or 2 if the folder cannot be made.
      """)

  @Argument(help: "The new folder; its last part is the bot's name.", completion: .directory)
  var name: String

  @Option(help: "What the bot speaks, and its comments: id or en.")
  var language: StarterBot.Language = .indonesian

  func validate() throws {
    guard !botName.isEmpty, botName != "/", botName != ".", botName != ".." else {
      throw ValidationError("Name the new folder, for example: balas new my-bot")
    }
    guard !name.hasPrefix("-"), name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw ValidationError("A folder's name begins with no hyphen and holds no control characters.") }
  }

  func run() throws {
    do {
      try StarterBot(name: botName, language: language).write(to: name)
    } catch let refusal as StarterBot.Refusal {
      throw Failure.cannot("\(refusal)")
    }
    FileHandle.standardOutput.write(Data(next.utf8))
  }

  private var botName: String { (name as NSString).lastPathComponent }

  /// What was made, and what to do now.
  var next: String {
    let folder = Self.shellWord(name)
    return """
      \(name) is there: bot.yaml is the bot, bot.test.yaml its tests. Now:

        balas check \(folder)   is everything right?
        balas test \(folder)    do its tests pass?
        balas demo \(folder)    talk with it in the browser, and change bot.yaml meanwhile

      """
  }

  /// A word that a shell takes as it is.
  private static func shellWord(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789/._-".unicodeScalars.contains($0)
    }
    return plain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
