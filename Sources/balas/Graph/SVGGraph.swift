/// A bot's graph as a picture, drawn by itself.
struct SVGGraph {
  private static let box = (height: 46.0, pitch: 62.0)
  private static let margin = 28.0
  private static let labelSize = 11.0

  let graph: BotGraph
  private let layout: GraphLayout
  /// The nodes without any line, which stand in rows below.
  private let alone: [Int]
  private let boxWidth: Double
  /// The left edge of each column.
  private let columnLefts: [Double]
  private let width: Double
  private let top = margin + 44

  init(_ graph: BotGraph) {
    self.graph = graph
    let tied = Set(graph.edges.flatMap { [$0.from, $0.to] })
    alone = graph.nodes.indices.filter { !tied.contains($0) }
    let layout = GraphLayout(
      nodes: graph.nodes.indices.filter(tied.contains),
      edges: graph.edges.enumerated().map { ($0, $1.from, $1.to) }, boxHeight: Self.box.pitch, lineHeight: 22)
    self.layout = layout
    let widest = graph.nodes.map { SVGBox.width(NodeText($0)) }.max() ?? 0
    let boxWidth = min(max(widest, 150), 250)
    self.boxWidth = boxWidth
    var lefts: [Double] = []
    var left = Self.margin
    for column in layout.columns.indices {
      lefts.append(left)
      left += boxWidth + Self.gap(behind: column, layout, graph)
    }
    columnLefts = lefts
    let layered = (lefts.last ?? Self.margin) + boxWidth + Self.margin
    let row = Double(min(alone.count, 4)) * (boxWidth + 24) - 24 + 2 * Self.margin
    width = max(layered, row, 480)
  }

  var text: String {
    var body = ""
    for route in layout.routes { body += line(route) }
    for spot in layout.spots {
      guard let node = spot.node else { continue }
      body += box(node, columnLefts[spot.column], top + spot.y - Self.box.height / 2)
    }
    body += labels
    var bottom = top + layout.height
    if !alone.isEmpty {
      if layout.height > 0 { bottom += 14 }
      let perRow = max(1, Int((width - 2 * Self.margin + 24) / (boxWidth + 24)))
      for (index, node) in alone.enumerated() {
        let x = Self.margin + Double(index % perRow) * (boxWidth + 24)
        body += box(node, x, bottom + Double(index / perRow) * Self.box.pitch)
      }
      bottom += Double((alone.count + perRow - 1) / perRow) * Self.box.pitch
    }
    let legend = SVGLegend(graph).drawn(left: Self.margin, top: bottom + 16, width: width - 2 * Self.margin)
    let height = legend.bottom + Self.margin
    let title = TextWidth.fitted(graph.title, to: width - 2 * Self.margin, size: 22)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(SVG.number(width))" height="\(SVG.number(height))" \
      viewBox="0 0 \(SVG.number(width)) \(SVG.number(height))" role="img" aria-label="\(SVG.escaped(graph.title))">
      \(SVG.style)
      <rect class="page" width="100%" height="100%"/>
      <text class="title" x="\(SVG.number(Self.margin))" y="\(SVG.number(Self.margin + 18))">\(SVG.escaped(title))</text>
      \(body)\(legend.text)</svg>

      """
  }

  private func box(_ node: Int, _ x: Double, _ y: Double) -> String {
    SVGBox(node: graph.nodes[node], x: x, y: y, width: boxWidth, height: Self.box.height).text
  }

  private func line(_ route: GraphLayout.Route) -> String {
    // A way back ends a little lower, so that it does not lie on the way there.
    let shift = route.isBackward ? 9.0 : 0
    let points = route.spots.map {
      (left: columnLefts[layout.spots[$0].column], y: top + layout.spots[$0].y + shift)
    }
    // Room for the arrow's head.
    let (startGap, endGap) = route.isBackward ? (7.0, 0.0) : (0.0, 7.0)
    var x = points[0].left + boxWidth + startGap
    var y = points[0].y
    var path = "M\(SVG.number(x)) \(SVG.number(y))"
    for (index, point) in points.enumerated().dropFirst() {
      let isLast = index == points.count - 1
      let end = point.left - (isLast ? endGap : 0)
      let middle = (x + end) / 2
      path +=
        "C\(SVG.number(middle)) \(SVG.number(y)) \(SVG.number(middle)) \(SVG.number(point.y)) \(SVG.number(end)) \(SVG.number(point.y))"
      if !isLast { path += "H\(SVG.number(point.left + boxWidth))" }
      x = point.left + boxWidth
      y = point.y
    }
    let edge = graph.edges[route.edge]
    let head = route.isBackward ? "marker-start" : "marker-end"
    return "<path class=\"way \(edge.kind.rawValue)\" d=\"\(path)\" \(head)=\"url(#head)\"/>\n"
  }

  /// The labels, in the free space before the box a line leads to, none over another.
  private var labels: String {
    var byColumn: [Int: [(text: String, y: Double)]] = [:]
    for route in layout.routes where !graph.edges[route.edge].labels.isEmpty {
      let ends = route.isBackward ? route.spots.prefix(2) : route.spots.suffix(2)
      let spots = ends.map { layout.spots[$0] }
      let y = spots.reduce(0) { $0 + $1.y } / 2 + (route.isBackward ? 9 : 0)
      byColumn[spots[0].column, default: []].append((Self.label(graph.edges[route.edge]), top + y))
    }
    var text = ""
    for (column, labels) in byColumn.sorted(by: { $0.key < $1.key }) {
      let sorted = labels.enumerated().sorted { ($0.element.y, $0.offset) < ($1.element.y, $1.offset) }.map(
        \.element)
      let middles = Stacking.positions(sorted.map(\.y), sizes: sorted.map { _ in 15 })
      let x = columnLefts[column] + boxWidth + Self.gap(behind: column, layout, graph) / 2
      for (label, y) in zip(sorted, middles) {
        text +=
          "<text class=\"label\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(y + 3.5))\">\(SVG.escaped(label.text))</text>\n"
      }
    }
    return text
  }

  private static func label(_ edge: BotGraph.Edge) -> String {
    TextWidth.fitted(edge.label, to: 170, size: labelSize)
  }

  /// The free space between a column and the next: as wide as its labels need.
  private static func gap(behind column: Int, _ layout: GraphLayout, _ graph: BotGraph) -> Double {
    let widths = layout.routes.compactMap { route -> Double? in
      let ends = route.isBackward ? route.spots.prefix(2) : route.spots.suffix(2)
      guard let first = ends.first, layout.spots[first].column == column else { return nil }
      return TextWidth.ems(label(graph.edges[route.edge])) * labelSize
    }
    return max(72, (widths.max() ?? 0) + 56)
  }
}
