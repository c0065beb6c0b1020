/// What the looks of boxes and lines mean: of those that occur.
struct SVGLegend {
  private let items: [(swatch: String, text: String)]
  private static let size = 11.0

  init(_ graph: BotGraph) {
    let nodes = graph.nodes
    var items: [(String, String)] = []
    if graph.edges.contains(where: { $0.kind == .goto }) { items.append(("way goto", "goes on there")) }
    if graph.edges.contains(where: { $0.kind == .visit }) {
      items.append(("way visit", "goes there and comes back"))
    }
    if nodes.contains(where: { $0.kind == .always }) {
      items.append(("always", "works in the middle of a question"))
    }
    if nodes.contains(where: { $0.kind == .panel }) { items.append(("panel", "a person answers")) }
    if nodes.contains(where: { $0.kind == .own }) { items.append(("own", "of the bot itself")) }
    if nodes.contains(where: \.isEnd) { items.append(("normal round", "leads nowhere else")) }
    if nodes.contains(where: \.isUnreachable) { items.append(("unreachable", "nothing leads here")) }
    self.items = items.map { (swatch: $0.0, text: $0.1) }
  }

  func drawn(left: Double, top: Double, width: Double) -> (text: String, bottom: Double) {
    var (x, y) = (left, top)
    var text = ""
    for item in items {
      let needed = 34 + TextWidth.ems(item.text) * Self.size + 18
      if x > left, x + needed > left + width {
        x = left
        y += 24
      }
      let number = SVG.number
      if item.swatch.hasPrefix("way") {
        text +=
          "<path class=\"\(item.swatch)\" d=\"M\(number(x)) \(number(y + 7))h20\" marker-end=\"url(#head)\"/>"
      } else {
        let radius = item.swatch.hasSuffix("round") ? 7.0 : 3
        text += "<g class=\"\(item.swatch)\">\(SVG.rectangle(x, y, 26, 14, radius))</g>"
      }
      text +=
        "<text class=\"legend\" x=\"\(number(x + 34))\" y=\"\(number(y + 11))\">\(SVG.escaped(item.text))</text>\n"
      x += needed
    }
    return (text, y + 14)
  }
}
