import ArgumentParser
import Dialogue
import Foundation
import Rehearsal

/// `balas chat`: a conversation with a bot in the terminal.
struct Chat: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Talk with a bot in the terminal; nothing is sent to anybody.",
    discussion: """
      Under each answer stands what won. Nothing waits for real: each message comes a few seconds after the one
      before, and /time +31m lets time pass. /save NAME makes a test of the talk. /help lists all commands.

      Examples:
        balas chat bots/toko-roti
        printf 'halo\\nharga?\\n' | balas chat bots/toko-roti     one line after the other
      """)

  @Argument(help: "The bot's folder.", completion: .directory)
  var folder: String = "."

  @Option(help: "The customer's number.")
  var number: String = "628111111111"

  @Option(help: "The customer's name; without it the bot knows none.")
  var name: String?

  func run() throws {
    let folder = BotFolder(path: folder)
    let style = TerminalStyle.forOutput()
    let (bot, version) = try folder.openVersion()
    var room = ChatRoom(
      bot: RehearsedBot(bot, version: version, picks: .seeded), folder: folder, number: number, name: name,
      style: style, now: Timestamp(Date()))
    let isInteractive = isatty(STDIN_FILENO) == 1
    if isInteractive { write(style.dim("\(room.bot.name). /help for help, /quit to leave.\n")) }
    while true {
      if isInteractive { write(style.green("user: ")) }
      guard let line = readLine() else { break }
      if !isInteractive { write(style.green("user: ") + line + "\n") }
      guard let answer = room.hear(line) else { return }
      write(answer)
    }
    if isInteractive { write("\n") }
  }

  private func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}
