/// The line that a diagnostic speaks of, with carets below the place.
struct SourceExcerpt {
  let line: String
  let carets: String

  /// At most this many columns are shown; a longer line is cut around the place.
  private static let width = 100

  /// Nil if the source has no such line.
  init?(_ span: Span, in source: SourceText?) {
    guard var scalars = source?.line(span.line) else { return nil }
    for index in scalars.indices {
      if scalars[index] == "\t" { scalars[index] = " " }
      if scalars[index].properties.generalCategory == .control { scalars[index] = "\u{FFFD}" }
    }
    var start = min(span.column - 1, scalars.count)
    let end = min(start + max(1, span.length), max(scalars.count, start))
    var cutAtStart = false
    if scalars.count > Self.width, start > Self.width / 2 {
      let cut = start - Self.width / 2
      scalars.removeFirst(cut)
      start -= cut
      cutAtStart = true
    }
    var length = end - min(span.column - 1, end)
    var cutAtEnd = false
    if scalars.count > Self.width {
      scalars.removeLast(scalars.count - Self.width)
      length = min(length, max(1, Self.width - start))
      cutAtEnd = true
    }
    let before = (cutAtStart ? "…" : "") + String(scalars[..<start])
    let marked = String(scalars[start..<min(start + length, scalars.count)])
    line = (cutAtStart ? "…" : "") + String(scalars) + (cutAtEnd ? "…" : "")
    carets =
      String(repeating: " ", count: DisplayWidth.of(before))
      + String(repeating: "^", count: max(1, DisplayWidth.of(marked)))
  }
}

extension String {
  init(_ scalars: some Swift.Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
