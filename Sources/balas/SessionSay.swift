import ArgumentParser
import Foundation
import Journal
import Service

/// `balas session say`
struct SessionSay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "say", abstract: "Say something to a customer as a person, and tell what became of it.",
    discussion: """
      The customer must have written in the last 24 hours. Where the bot has the conversation nothing is sent, because the
      bot would take the answer: --pause takes the conversation first, --force speaks beside the bot.

      Examples:
        balas session say 08123456789 "Pesanan Kakak sudah kami kirim."
        balas session say 08123456789 --pause "Selamat siang, saya Dewi."
        balas session say 08123456789 --document faktur.pdf --caption "Fakturnya"
        balas session say 08123456789 --stdin < jawaban.txt

      Exit status: 0 the provider has it, 1 it has not, 2 no daemon answers or it refuses.
      """)

  @OptionGroup var session: SessionOptions

  @OptionGroup var message: MessageOptions

  @Flag(help: "Take the conversation from the bot first, if the bot has it.")
  var pause = false

  @Flag(help: "Send it although the bot has the conversation, and let the bot go on.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Any word that tells this message from others: said again with the same one, it is not sent again.",
      valueName: "word"))
  var key: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long to wait for what becomes of it.", valueName: "seconds"))
  var wait = 60

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    guard !pause || !force else { throw ValidationError("Give --pause or --force, not both.") }
    guard (0...86_400).contains(wait) else { throw ValidationError("--wait takes 0 to 86400 seconds.") }
  }

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: true) { administration in
      let reply = try await say(administration)
      if reply.wasSaidBefore {
        Announcement.complain("This was said before with the same key, and is not sent again.")
      }
      try await SentMessage(administration: administration).tell(reply.message, waiting: wait)
    }
  }

  private func say(_ administration: any Administration) async throws -> SayReply {
    let key = key ?? UUID().uuidString
    let order = SayOrder(
      try await message.content(administration), key: key,
      besideBot: pause ? .pause : force ? .send : .refuse)
    do {
      return try await administration.say(session.number, projectID: session.project, order)
    } catch let refusal as AdminRefusal where refusal.kind == .failed {
      throw AdminRefusal(
        .failed,
        "\(refusal) It may have been kept all the same: say it again with --key \(key), which never sends it twice."
      )
    }
  }
}
