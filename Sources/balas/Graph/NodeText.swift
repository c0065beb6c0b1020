/// What stands in the box of a scenario.
struct NodeText {
  let name: String
  /// What starts it, or what else there is to say; empty for nothing.
  let detail: String

  /// - Parameter shown: how many phrases are shown; more are counted.
  init(_ node: BotGraph.Node, shown: Int = 3) {
    name = node.isRepeated ? node.name + " ↻" : node.name
    let more = node.starts.count - shown
    let starts = node.starts.prefix(shown).joined(separator: ", ") + (more > 0 ? " +\(more)" : "")
    detail = node.isUnreachable ? "nothing leads here" : starts
  }

  var lines: [String] { detail.isEmpty ? [name] : [name, detail] }
}
