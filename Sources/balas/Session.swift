import ArgumentParser

/// `balas session`: conversations, and the people in them.
struct Session: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at conversations, and answer customers who want a person.",
    discussion: """
      Numbers are taken as people write them: 0812…, +62 812…, 62812….

      Examples:
        balas session                              who is in the middle of something
        balas session list --unanswered            customers who wait for a person
        balas session show 08123456789
        balas session say 08123456789 "Selamat siang, saya Dewi. Ada yang bisa dibantu?"
        balas session release 08123456789
      """,
    subcommands: [
      SessionList.self, SessionShow.self, SessionSay.self, SessionRelease.self, SessionPause.self,
    ],
    defaultSubcommand: SessionList.self)
}

/// Which conversation a verb is about.
struct SessionOptions: ParsableArguments {
  @Argument(help: "The customer's number.")
  var number: String

  @Option(help: ArgumentHelp("The project, where more than one is configured.", valueName: "id"))
  var project: String?
}
