import ArgumentParser

/// The command line: one file a verb.
@main
struct Balas: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balas",
    abstract: "A chatbot engine for WhatsApp numbers served by Wappin.",
    subcommands: [Check.self, Chat.self, Explain.self]
  )
}
