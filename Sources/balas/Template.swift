import ArgumentParser
import Dialogue
import Service

/// `balas template`: one message template by hand.
struct Template: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Send one message template, with an SMS if asked, and tell what became of it.",
    discussion: """
      A template reaches customers who have not written in the last 24 hours. Give --param as often as it has places, in
      their order: the first is {{1}}. With --sms an SMS template goes out as well, or instead, as its rule at the provider
      says.

      Examples:
        balas template order_ready --to 08123456789 --param Ani --param 14:00
        balas template order_ready --to 08123456789 --param Ani --param 14:00 --sms order_sms --sms-param Ani
        balas template promo --to 628123456789 --language id --image mawar.jpg --button-url mawar/7
        balas template survey --to 628123456789 --button-reply puas --button-reply kurang

      Exit status: 0 the provider has it, 1 it has not, 2 no daemon answers or it refuses.
      """)

  @Argument(help: "The template's name at the provider.")
  var name: String

  @Option(help: ArgumentHelp("The customer's number.", valueName: "number"))
  var to: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What stands in its next place.", valueName: "text"))
  var param: [String] = []

  @Option(help: ArgumentHelp("An SMS template beside it.", valueName: "name"))
  var sms: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What stands in the SMS template's next place.", valueName: "text"))
  var smsParam: [String] = []

  @Option(help: ArgumentHelp("The language, for a template in several.", valueName: "code"))
  var language: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What stands in the place of its header.", valueName: "text"))
  var header: String?

  @Option(
    help: ArgumentHelp("The picture of its header: jpg or png.", valueName: "file"), completion: .file())
  var image: String?

  @Option(
    help: ArgumentHelp("The document of its header: pdf, doc, xls, ppt.", valueName: "file"),
    completion: .file())
  var document: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What stands in the place of its link's address.", valueName: "text"))
  var buttonURL: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What its next button to reply with gives back.", valueName: "text"))
  var buttonReply: [String] = []

  @Option(help: ArgumentHelp("The project, where more than one is configured.", valueName: "id"))
  var project: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long to wait for what becomes of it.", valueName: "seconds"))
  var wait = 60

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    guard (0...86_400).contains(wait) else { throw ValidationError("--wait takes 0 to 86400 seconds.") }
    guard sms != nil || smsParam.isEmpty else {
      throw ValidationError("--sms-param belongs to an SMS template: name it with --sms.")
    }
    guard image == nil || document == nil else {
      throw ValidationError("Give --image or --document, not both.")
    }
  }

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: true) { administration in
      var template = template
      // Before a file is given to the daemon in vain.
      if let file { template.media = Content.Media(kind: file.kind, hash: "", fileName: "") }
      if let contradiction = template.contradiction { throw AdminRefusal(.invalid, contradiction) }
      if let file { template.media = try await file.media(administration) }
      if !Self.isUsual(name) {
        Announcement.complain(
          "The name `\(name)` is unusual: names of templates are small letters, digits and underscores.")
      }
      let item = try await administration.send(
        SendOrder(to: to, projectID: project, content: .template(template)))
      try await SentMessage(administration: administration).tell(item, waiting: wait)
    }
  }

  private var template: MessageTemplate {
    let hasButton = buttonURL != nil || !buttonReply.isEmpty
    return MessageTemplate(
      name: name, params: param, sms: sms.map { MessageTemplate.SMS(name: $0, params: smsParam) },
      languageCode: language, header: header,
      button: hasButton ? MessageTemplate.Button(url: buttonURL, replyPayloads: buttonReply) : nil)
  }

  private var file: PickedFile? {
    image.map { PickedFile(kind: .image, path: $0) } ?? document.map { PickedFile(kind: .document, path: $0) }
  }

  private static func isUsual(_ name: String) -> Bool {
    name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }
}
