import ArgumentParser
import Dialogue
import Foundation
import Journal
import ScenarioFile
import Service

/// `balas send`: one message by hand.
struct Send: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Send one message and tell what became of it.",
    discussion: """
      The customer must have written in the last 24 hours.

      Examples:
        balas send --to 08123456789 "Pesanan Kakak sudah siap."
        balas send --to 628123456789 --document faktur.pdf --caption "Faktur Agustus"
        balas send --project 16 --to 628123456789 --image toko.jpg

      Exit status: 0 the provider has it, 1 it has not, 2 no daemon answers or it refuses.
      """)

  @Option(help: ArgumentHelp("The customer's number.", valueName: "number"))
  var to: String

  @Argument(help: "The text.")
  var text: String?

  @Option(help: ArgumentHelp("A picture: jpg or png.", valueName: "file"), completion: .file())
  var image: String?

  @Option(help: ArgumentHelp("A document: pdf, doc, xls, ppt.", valueName: "file"), completion: .file())
  var document: String?

  @Option(help: ArgumentHelp("A sound: mp3, ogg, m4a, aac, opus.", valueName: "file"), completion: .file())
  var audio: String?

  @Option(help: "The text under a picture or document.")
  var caption: String?

  @Option(help: ArgumentHelp("The project, where more than one is configured.", valueName: "id"))
  var project: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long to wait for what becomes of it.", valueName: "seconds"))
  var wait = 60

  @OptionGroup var daemon: DaemonOptions

  func validate() throws {
    let given = [text, image, document, audio].compactMap { $0 }
    guard given.count == 1 else {
      throw ValidationError("Give one text, or one of --image, --document and --audio.")
    }
    guard caption == nil || image != nil || document != nil else {
      throw ValidationError("Only a picture or a document has a caption.")
    }
    guard (0...86_400).contains(wait) else { throw ValidationError("--wait takes 0 to 86400 seconds.") }
  }

  /// Why there is no point in waiting for a message; nil if there is.
  static func hindrance(of item: OutboxItem, _ report: StatusReport) -> String? {
    guard item.state.holdsBack, let channel = report.sending.first(where: { $0.channel == item.channel })
    else { return nil }
    if let reason = channel.pausedBecause {
      let sentence = reason.hasSuffix(".") ? reason : reason + "."
      return "It waits, because sending on \(item.channel) is paused: \(sentence) See `balas status`."
    }
    guard channel.breaker == .open || channel.breaker == .probing else { return nil }
    return "It waits, because the provider does not answer for \(item.channel). See `balas status`."
  }

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: true) { administration in
      var content = Content.text(text ?? "")
      for (kind, path) in [(MediaKind.image, image), (.document, document), (.audio, audio)] {
        guard let path else { continue }
        let name = URL(filePath: path).lastPathComponent
        // Before the daemon gets a byte of it.
        if let refusal = HandPickedMedia.refusal(path: path, name: path, kind: kind) {
          throw AdminRefusal(.invalid, refusal)
        }
        let hash = try await administration.keepMedia(path)
        content = .media(Content.Media(kind: kind, hash: hash, fileName: name, caption: caption))
      }
      var item = try await administration.send(SendOrder(to: to, projectID: project, content: content))
      let end = ContinuousClock.now + .seconds(wait)
      var hindrance: String?
      var round = 0
      while item.state.holdsBack, hindrance == nil, ContinuousClock.now < end {
        try await Task.sleep(for: .milliseconds(200))
        item = try await administration.outboxItem(item.id)
        // Counting all there is takes the daemon longer than looking at one message.
        if round % 10 == 0 { hindrance = Self.hindrance(of: item, try await administration.status()) }
        round += 1
      }
      print(item.text, terminator: "")
      if let hindrance { Announcement.complain(hindrance) }
      guard [.sent, .delivered, .read].contains(item.state) else { throw ExitCode(1) }
    }
  }
}
