import ArgumentParser
import Dialogue
import Foundation

/// `balas explain`: how one message finds its answer.
struct Explain: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Show how a bot understands a message, what it answers, and what nearly won.",
    discussion: """
      Examples:
        balas explain bots/toko-roti "harga kue ulang tahun berapa kak?"
        balas explain bots/toko-roti "halo" --format json

      The message is taken as one of a customer who wrote before and is at no question, while the bot's hours last. Exit
      status: 0, or 2 if the bot cannot run.
      """)

  @Argument(help: "The bot's folder.", completion: .directory)
  var folder: String

  @Argument(help: "What a customer writes.")
  var message: String

  @Option(help: "text for people, json for programs.")
  var format: Format = .text

  func run() throws {
    let folder = BotFolder(path: folder)
    let bot = try folder.open()
    let now = Timestamp(Date())
    let output =
      switch format {
      case .text: Explained(message, bot: bot, folder: folder, now: now).text(TerminalStyle.forOutput())
      case .json: try Explained(message, bot: bot, folder: folder, now: now).json()
      }
    FileHandle.standardOutput.write(Data(output.utf8))
  }
}
