import Foundation

/// `bots/README.md`, taken apart for the tests that hold it to its word.
enum Manual {
  /// A fenced block.
  struct Block: Sendable {
    /// The line of its fence, from 1.
    var line: Int
    /// What stands behind the opening fence.
    var info: String
    /// What stands between the fences, each line with its break.
    var text: String
  }

  static let path = ExampleBots.folder.appendingPathComponent("README.md").path
  static let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  static let blocks = blocks(of: text)

  /// The fenced blocks of a Markdown file, in order.
  static func blocks(of markdown: String) -> [Block] {
    var blocks: [Block] = []
    var open: (block: Block, fence: String)?
    for (index, line) in markdown.components(separatedBy: "\n").enumerated() {
      let bare = line.drop { $0 == " " }
      if let (block, fence) = open {
        if bare == fence {
          blocks.append(block)
          open = nil
        } else {
          open?.block.text += line + "\n"
        }
      } else if bare.hasPrefix("```") {
        let fence = bare.prefix { $0 == "`" }
        let info = String(bare.dropFirst(fence.count))
        open = (Block(line: index + 1, info: info, text: ""), String(fence))
      }
    }
    return blocks
  }

  /// The rows of the table whose line of titles begins with `titles`, each as its cells.
  static func table(_ titles: String...) -> [[String]] {
    let lines = text.components(separatedBy: "\n")
    let head = "| " + titles.joined(separator: " | ") + " |"
    guard let first = lines.firstIndex(of: head) else { return [] }
    return lines[(first + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: " | ").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "| ")) }
    }
  }

  /// What stands between backticks.
  static func quoted(_ cell: String) -> [String] {
    cell.components(separatedBy: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
  }
}
