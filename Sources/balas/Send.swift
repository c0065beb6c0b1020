import ArgumentParser
import Service

/// `balas send`: one message by hand.
struct Send: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Send one message and tell what became of it.",
    discussion: """
      To a customer who has not written in the last 24 hours only a template goes out, which `balas template` sends: a text
      or file waits 15 minutes for them to write. Where balas does not know that they ever wrote, it is tried. The bot does not hear of it: a person who answers a customer uses
      `balas session say`.

      Examples:
        balas send --to 08123456789 "Pesanan Kakak sudah siap."
        balas send --to 628123456789 --document faktur.pdf --caption "Faktur Agustus"
        balas send --project 16 --to 628123456789 --image toko.jpg

      Exit status: 0 the provider has it, 1 it has not, 2 no daemon answers or it refuses.
      """)

  @Option(help: ArgumentHelp("The customer's number.", valueName: "number"))
  var to: String

  @OptionGroup var message: MessageOptions

  @Option(help: ArgumentHelp("The project, where more than one is configured.", valueName: "id"))
  var project: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long to wait for what becomes of it.", valueName: "seconds"))
  var wait = 60

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    guard (0...86_400).contains(wait) else { throw ValidationError("--wait takes 0 to 86400 seconds.") }
  }

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: true) { administration in
      let content = try await message.content(administration)
      let item = try await administration.send(SendOrder(to: to, projectID: project, content: content))
      try await SentMessage(administration: administration).tell(item, waiting: wait)
    }
  }
}
