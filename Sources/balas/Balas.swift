import ArgumentParser
import Service

/// The command line: one file a verb.
@main
struct Balas: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balas",
    abstract: "A chatbot engine for WhatsApp numbers served by Wappin.",
    version: BalasVersion.current,
    groupedSubcommands: [
      CommandGroup(name: "Try it", subcommands: [DemoCommand.self, SandboxCommand.self]),
      CommandGroup(
        name: "Write a bot",
        subcommands: [
          NewCommand.self, Check.self, TestCommand.self, Chat.self, Explain.self, SchemaCommand.self,
          GraphCommand.self,
        ]),
      CommandGroup(
        name: "Run it",
        subcommands: [Run.self, Plan.self, Reload.self, Status.self, Doctor.self, Outbox.self]),
      CommandGroup(
        name: "Learn from customers", subcommands: [Why.self, Unanswered.self, UsageCommand.self]),
      CommandGroup(name: "Talk to customers", subcommands: [Session.self]),
      CommandGroup(
        name: "Talk to the provider",
        subcommands: [
          Send.self, Template.self, BroadcastCommand.self, InquiryCommand.self, Number.self, Token.self,
        ]),
    ]
  )
}
