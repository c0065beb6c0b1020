import ArgumentParser
import Dialogue
import Foundation
import Service

/// What a person writes to a customer: a text or a file.
struct MessageOptions: ParsableArguments {
  @Argument(help: "The text.")
  var text: String?

  @Flag(help: "Read the text from standard input.")
  var stdin = false

  @Option(help: ArgumentHelp("A picture: jpg or png.", valueName: "file"), completion: .file())
  var image: String?

  @Option(help: ArgumentHelp("A document: pdf, doc, xls, ppt.", valueName: "file"), completion: .file())
  var document: String?

  @Option(help: ArgumentHelp("A sound: mp3, ogg, m4a, aac, opus.", valueName: "file"), completion: .file())
  var audio: String?

  @Option(help: "The text under a picture or document.")
  var caption: String?

  /// More than WhatsApp takes, so that a text that is too long is refused in words.
  private static let inputLimit = 1 << 20

  func validate() throws {
    let given = [text, image, document, audio].count { $0 != nil } + (stdin ? 1 : 0)
    guard given == 1 else {
      throw ValidationError("Give one text, or one of --stdin, --image, --document and --audio.")
    }
    guard caption == nil || image != nil || document != nil else {
      throw ValidationError("Only a picture or a document has a caption.")
    }
  }

  /// The message; a file is given to the daemon first.
  func content(_ administration: any Administration) async throws -> Content {
    for (kind, path) in [(MediaKind.image, image), (.document, document), (.audio, audio)] {
      guard let path else { continue }
      return .media(try await PickedFile(kind: kind, path: path).media(caption: caption, administration))
    }
    return .text(try text ?? Self.input())
  }

  /// Standard input without the line break at its end.
  private static func input() throws -> String {
    let data = try FileHandle.standardInput.read(upToCount: inputLimit) ?? Data()
    guard var text = String(data: data, encoding: .utf8) else {
      throw AdminRefusal(.invalid, "Standard input is no text in UTF-8; convert it first.")
    }
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
