/// A bot's graph as Mermaid, which GitHub, GitLab and many editors draw.
struct MermaidGraph {
  let graph: BotGraph

  var text: String {
    var lines = ["flowchart LR"]
    for (number, node) in graph.nodes.enumerated() {
      let label = Self.quoted(NodeText(node).lines.joined(separator: "<br>"))
      lines.append(
        "  n\(number)\(Self.shaped(label, node)):::\(node.isUnreachable ? "unreachable" : node.kind.rawValue)"
      )
    }
    for edge in graph.edges {
      let arrow = edge.kind == .goto ? "-->" : "-.->"
      let label = edge.label.isEmpty ? (edge.kind == .visit ? "visit" : "") : edge.label
      lines.append(
        "  n\(edge.from) \(arrow)\(label.isEmpty ? "" : "|\(Self.quoted(label))|") n\(edge.to)")
    }
    lines += [
      "  classDef always stroke:#b45309,stroke-width:2px", "  classDef panel stroke:#0f766e,stroke-width:3px",
      "  classDef own stroke-dasharray:2 2", "  classDef unreachable stroke:#dc2626,stroke-dasharray:6 4",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func shaped(_ label: String, _ node: BotGraph.Node) -> String {
    if node.kind == .panel { return "[[\(label)]]" }
    return node.isEnd ? "([\(label)])" : "[\(label)]"
  }

  /// Entities as Mermaid writes them; a line break of ours stays one.
  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("#", with: "#35;").replacing("\"", with: "#quot;")
      .replacing("<br>", with: "\u{0}").replacing("<", with: "#lt;").replacing(">", with: "#gt;")
      .replacing("\u{0}", with: "<br>").replacing("\n", with: " ")
    return "\"\(escaped)\""
  }
}
