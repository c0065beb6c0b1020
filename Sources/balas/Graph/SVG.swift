import Foundation

/// The words of SVG that pictures of graphs use.
enum SVG {
  /// One decimal, and none where it is 0.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }

  /// Text as XML takes it, without what XML cannot hold.
  static func escaped(_ text: String) -> String {
    let plain = text.unicodeScalars.filter { $0.properties.generalCategory != .control || $0 == "\n" }
    return String(String.UnicodeScalarView(plain)).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ radius: Double)
    -> String
  {
    "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" "
      + "rx=\"\(number(radius))\"/>"
  }

  /// The looks, in the light or dark of whoever looks.
  static let style = """
    <defs><marker id="head" viewBox="0 0 10 10" refX="2" refY="5" markerWidth="7" markerHeight="7" \
    orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path class="head" d="M0 0 10 5 0 10z"/></marker></defs>
    <style>
    svg { --page: #fbfbfa; --box: #ffffff; --rim: #a8a29e; --ink: #1c1917; --soft: #78716c; --way: #8f8a85;
      --always: #b45309; --panel: #0f766e; --panel-box: #e9f7f5; --own-box: #f1f0ee; --lost: #dc2626;
      font-family: system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
    @media (prefers-color-scheme: dark) { svg { --page: #18181b; --box: #27272a; --rim: #5f5f68; --ink: #f4f4f5;
      --soft: #a1a1aa; --way: #81818b; --always: #f59e0b; --panel: #2dd4bf; --panel-box: #15302d;
      --own-box: #1f1f23; --lost: #f87171; } }
    .page { fill: var(--page); }
    rect { fill: var(--box); stroke: var(--rim); }
    rect.page { stroke: none; fill: var(--page); }
    text { fill: var(--ink); text-anchor: middle; }
    .title { font-size: 20px; font-weight: 600; text-anchor: start; }
    .name { font-size: 13px; font-weight: 600; }
    .detail { font-size: 11px; fill: var(--soft); }
    .label { font-size: 11px; fill: var(--ink); paint-order: stroke; stroke: var(--page); stroke-width: 5px;
      stroke-linejoin: round; }
    .legend { font-size: 11px; fill: var(--soft); text-anchor: start; }
    .way { fill: none; stroke: var(--way); stroke-width: 1.4; }
    .visit { stroke-dasharray: 5 4; }
    .head { fill: var(--way); }
    .always rect { stroke: var(--always); stroke-width: 1.8; }
    .panel rect { stroke: var(--panel); fill: var(--panel-box); stroke-width: 1.4; }
    .own rect { stroke-dasharray: 2 3; fill: var(--own-box); }
    .unreachable rect { stroke: var(--lost); stroke-dasharray: 6 4; }
    </style>
    """
}
