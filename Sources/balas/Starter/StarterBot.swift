import Foundation

/// A first bot for an author to change, with its tests.
struct StarterBot {
  enum Language: String, CaseIterable {
    case indonesian = "id"
    case english = "en"
  }

  /// The files of the bot, by their names.
  let files: [(name: String, text: String)]

  /// - Parameter name: what the bot is called.
  init(name: String, language: Language) {
    let (bot, tests) =
      switch language {
      case .indonesian: (PackageResources.bot_id_yaml, PackageResources.bot_id_test_yaml)
      case .english: (PackageResources.bot_en_yaml, PackageResources.bot_en_test_yaml)
      }
    files = [
      (
        "bot.yaml",
        String(decoding: bot, as: UTF8.self).replacing("name: NAME", with: "name: \(Self.quoted(name))")
      ),
      ("bot.test.yaml", String(decoding: tests, as: UTF8.self)),
    ]
  }

  /// A text that YAML reads as it is, whatever stands in it.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Writes the bot into a new folder, made with those above it.
  ///
  /// - Throws: ``Refusal`` if anything is there already; nothing is overwritten.
  func write(to folder: String) throws {
    let files = FileManager.default
    guard (try? files.attributesOfItem(atPath: folder)) == nil else { throw Refusal.isThere(folder) }
    do {
      let above = (folder as NSString).deletingLastPathComponent
      if !above.isEmpty { try files.createDirectory(atPath: above, withIntermediateDirectories: true) }
      // Without folders between: what came to be since the look above fails here.
      try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
      for (name, text) in self.files {
        let path = (folder as NSString).appendingPathComponent(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
      }
    } catch {
      throw Refusal.cannotWrite(folder, error.localizedDescription)
    }
  }

  /// Why no bot was made.
  enum Refusal: Error, CustomStringConvertible {
    case isThere(String)
    case cannotWrite(String, String)

    var description: String {
      switch self {
      case .isThere(let path):
        "\(path) is there already, and nothing is overwritten: choose another name"
      case .cannotWrite(let path, let reason):
        "\(path) cannot be made: \(reason) Choose a folder that you may write to."
      }
    }
  }
}
