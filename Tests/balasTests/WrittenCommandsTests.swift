import ArgumentParser
import Foundation
import Testing

@testable import balas

/// The commands that README, manual and `--help` show are commands that balas takes.
@Suite struct WrittenCommandsTests {
  struct Line: Sendable, CustomTestStringConvertible {
    var place: String
    var text: String
    var testDescription: String { "\(place): \(text)" }
  }

  static let documents: [Line] = ["README.md", "bots/README.md"].flatMap { name in
    let file = ExampleBots.folder.deletingLastPathComponent().appendingPathComponent(name)
    let blocks = Manual.blocks(of: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
    return blocks.flatMap { block in
      block.text.components(separatedBy: "\n").enumerated().compactMap { index, line in
        command(line, in: block.info).map { Line(place: "\(name):\(block.line + index + 1)", text: $0) }
      }
    }
  }

  static let helps: [Line] = verbs(Balas.self).flatMap { verb in
    verb.configuration.discussion.components(separatedBy: "\n").compactMap { line in
      let text = line.trimmingCharacters(in: .whitespaces)
      // A sentence may begin with the program's name; an example is indented.
      guard line.hasPrefix("  "), text.hasPrefix("balas ") else { return nil }
      return Line(place: "\(verb._commandName) --help", text: text)
    }
  }

  @Test("there are many")
  func there() {
    #expect(Self.documents.count > 40)
    #expect(Self.helps.count > 50)
  }

  @Test("every command is taken as it stands", arguments: documents + helps)
  func taken(line: Line) {
    let words = Self.words(line.text)
    do {
      _ = try Balas.parseAsRoot(Array(words.dropFirst()))
    } catch {
      if Balas.exitCode(for: error).isSuccess { return }
      Issue.record("\(Balas.message(for: error))")
    }
  }

  private static func verbs(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap(verbs)
  }

  private static func command(_ line: String, in info: String) -> String? {
    let text = line.trimmingCharacters(in: .whitespaces)
    switch info {
    case "sh":
      for prefix in ["balas ", "sudo balas "] where text.hasPrefix(prefix) {
        return String(text.dropFirst(prefix.count - "balas ".count))
      }
      return nil
    default: return text.hasPrefix("$ balas ") ? String(text.dropFirst(2)) : nil
    }
  }

  /// A line's words as a shell takes them, up to a comment, a pipe, a redirection or what is said beside an example.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var blanks = 0
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
        continue
      }
      blanks = character == " " ? blanks + 1 : 0
      if blanks == 2 || (word == nil && "#|<>".contains(character)) { break }
      switch character {
      case "\"", "'":
        quote = character
        word = word ?? ""
      case " ":
        if let whole = word { words.append(whole) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
