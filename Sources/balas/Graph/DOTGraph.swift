/// A bot's graph in the language of Graphviz.
struct DOTGraph {
  let graph: BotGraph

  var text: String {
    var lines = [
      "digraph bot {", "  rankdir=LR;", "  label=\(Self.quoted(graph.title));", "  labelloc=t;",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", fontsize=10];",
    ]
    for (number, node) in graph.nodes.enumerated() {
      lines.append(
        "  n\(number) [label=\(Self.quoted(NodeText(node).lines.joined(separator: "\n")))\(Self.looks(node))];"
      )
    }
    for edge in graph.edges {
      var attributes: [String] = []
      if !edge.label.isEmpty { attributes.append("label=\(Self.quoted(edge.label))") }
      if edge.kind == .visit { attributes.append("style=dashed, dir=both, arrowtail=odot") }
      let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
      lines.append("  n\(edge.from) -> n\(edge.to)\(list);")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func looks(_ node: BotGraph.Node) -> String {
    if node.isUnreachable { return ", style=\"rounded,dashed\", color=\"#dc2626\"" }
    return switch node.kind {
    case .normal: ""
    case .always: ", color=\"#b45309\", penwidth=2"
    case .panel: ", color=\"#0f766e\", peripheries=2"
    case .own: ", style=\"rounded,dotted\""
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      + "\""
  }
}
