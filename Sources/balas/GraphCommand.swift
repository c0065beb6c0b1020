import ArgumentParser
import Foundation

/// `balas graph`: a bot as a picture.
struct GraphCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mermaid, dot, svg

    /// The format of a file by its ending; nil for an ending of no format.
    init?(file: String) {
      switch (file as NSString).pathExtension.lowercased() {
      case "svg": self = .svg
      case "dot", "gv": self = .dot
      case "mmd", "mermaid": self = .mermaid
      default: return nil
      }
    }

    func text(_ graph: BotGraph) -> String {
      switch self {
      case .mermaid: MermaidGraph(graph: graph).text
      case .dot: DOTGraph(graph: graph).text
      case .svg: SVGGraph(graph).text
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw a bot: its scenarios, what starts each, and who leads where.",
    discussion: """
      Examples:
        balas graph bots/toko-roti --output toko-roti.svg      a picture for any browser, light or dark as that is
        balas graph bots/toko-roti > toko-roti.mmd             Mermaid, which GitHub and GitLab draw in Markdown
        balas graph bots/toko-roti --format dot | dot -Tpdf -o toko-roti.pdf

      Exit status: 0, or 2 if the bot cannot run or the file cannot be written.
      """)

  @Argument(help: "The bot's folder.", completion: .directory)
  var folder: String = "."

  @Option(help: "mermaid, dot or svg; without it as --output ends, else mermaid.")
  var format: Format?

  @Option(help: "The file to write, in the place of one that is there.", completion: .file())
  var output: String?

  func validate() throws {
    guard format == nil, let output, Format(file: output) == nil,
      case let ending = URL(fileURLWithPath: output).pathExtension, !ending.isEmpty
    else { return }
    throw ValidationError(
      "Nothing is drawn as .\(ending): let the file's name end in .svg, .mmd or .dot, or say --format.")
  }

  func run() throws {
    let graph = BotGraph(try BotFolder(path: folder).open())
    let text = chosenFormat.text(graph)
    guard let output else { return FileHandle.standardOutput.write(Data(text.utf8)) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw Failure.cannot("\(output) cannot be written: \(error.localizedDescription)")
    }
  }

  var chosenFormat: Format { format ?? output.flatMap(Format.init(file:)) ?? .mermaid }
}
