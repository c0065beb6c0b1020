import ArgumentParser

@main
struct Bare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The bare libraries: what HTTP and SQLite cost without balas.",
    subcommands: [Accept.self, Send.self]
  )
}
