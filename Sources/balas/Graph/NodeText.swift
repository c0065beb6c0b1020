/// What stands in the box of a scenario.
struct NodeText {
  let name: String
  /// What starts it, or what else there is to say; empty for nothing.
  let detail: String

  /// Phrases that are shown; more are counted.
  private static let shown = 3

  init(_ node: BotGraph.Node) {
    name = node.isRepeated ? node.name + " ↻" : node.name
    let more = node.starts.count - Self.shown
    let starts = node.starts.prefix(Self.shown).joined(separator: ", ") + (more > 0 ? " +\(more)" : "")
    detail = node.isUnreachable ? "nothing leads here" : starts
  }

  var lines: [String] { detail.isEmpty ? [name] : [name, detail] }
}
