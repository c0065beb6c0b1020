/// The box of one scenario.
struct SVGBox {
  var node: BotGraph.Node
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  private static let (nameSize, detailSize, padding) = (13.0, 11.0, 14.0)
  /// How much wider bold letters are.
  private static let bold = 1.08

  /// How wide a box must be that holds all of a text.
  static func width(_ text: NodeText) -> Double {
    max(TextWidth.ems(text.name) * nameSize * bold, TextWidth.ems(text.detail) * detailSize) + 2 * padding
  }

  var text: String {
    let kind = node.isUnreachable ? "unreachable" : node.kind.rawValue
    let radius = node.isEnd && node.kind != .panel ? height / 2 : 8
    // Round ends leave less room.
    let room = width - 2 * Self.padding - (radius > 8 ? 6 : 0)
    let content = Self.content(of: node, in: room)
    let name = TextWidth.fitted(content.name, to: room / Self.bold, size: Self.nameSize)
    let detail = TextWidth.fitted(content.detail, to: room, size: Self.detailSize)
    let middle = SVG.number(x + width / 2)
    var text =
      "<g class=\"\(kind)\"><title>\(SVG.escaped(([node.name] + node.starts).joined(separator: "\n")))</title>"
    text += SVG.rectangle(x, y, width, height, radius)
    if node.kind == .panel { text += SVG.rectangle(x + 3.5, y + 3.5, width - 7, height - 7, 5) }
    let nameY = y + (detail.isEmpty ? height / 2 + 4.5 : height / 2 - 3)
    text += "<text class=\"name\" x=\"\(middle)\" y=\"\(SVG.number(nameY))\">\(SVG.escaped(name))</text>"
    if !detail.isEmpty {
      text +=
        "<text class=\"detail\" x=\"\(middle)\" y=\"\(SVG.number(y + height / 2 + 13))\">\(SVG.escaped(detail))</text>"
    }
    return text + "</g>\n"
  }

  /// The text with as many phrases as have room, so that the count of the others is not cut off.
  private static func content(of node: BotGraph.Node, in room: Double) -> NodeText {
    let texts = [3, 2, 1].map { NodeText(node, shown: $0) }
    return texts.first { TextWidth.ems($0.detail) * detailSize <= room } ?? texts[0]
  }
}
