/// Builds the tree of one file from libyaml's events, and reports what the language does not allow.
struct TreeBuilder {
  /// A list or mapping that is still open.
  private struct Frame {
    var isMapping: Bool
    var span: Span
    var items: [Node] = []
    var entries: [Node.Mapping.Entry] = []
    var firstKeys: [String: Span] = [:]
    /// The key that waits for its value.
    var key: Node?
    var hasDuplicate = false
  }

  let file: String
  let limits: Document.Limits
  let source: SourceText
  let findings: Findings
  private(set) var root: Node?
  private var frames: [Frame] = []
  private var count = 0
  private var documents = 0
  /// Whether reading ended before the file did.
  private(set) var isStopped = false

  init(file: String, limits: Document.Limits, source: SourceText, findings: Findings) {
    self.file = file
    self.limits = limits
    self.source = source
    self.findings = findings
  }

  /// Takes one event; false if reading must stop.
  mutating func take(_ event: YAMLEvent) -> Bool {
    switch event {
    case .documentStart(let extent):
      documents += 1
      if documents > 1 {
        stop(.twoDocuments, "a second document begins here", extent, hint: "Remove the line `---`.")
      }
    case .alias(let name, let extent):
      Indicator.alias.report("*" + name, at: start(extent), findings)
      add(.scalar(scalar("*" + name, .quoted, extent)), extent)
    case .scalar(let text, let style, let properties, let extent):
      report(properties, extent)
      // A tag that swallowed the text is no missing value: it was told already.
      let swallowed = text.isEmpty ? properties.tag ?? properties.anchor : nil
      add(.scalar(scalar(swallowed ?? text, swallowed == nil ? style : .quoted, extent)), extent)
    case .sequenceStart(let properties, let extent):
      report(properties, extent)
      open(Frame(isMapping: false, span: span(extent)), extent)
    case .mappingStart(let properties, let extent):
      report(properties, extent)
      open(Frame(isMapping: true, span: span(extent)), extent)
    case .collectionEnd(let extent):
      guard var frame = frames.popLast() else { break }
      if extent.end.line + 1 == frame.span.line, extent.end.column >= frame.span.column {
        frame.span.length = extent.end.column + 1 - frame.span.column
      }
      add(node(of: frame), extent)
    }
    return !isStopped
  }

  /// Gives up what is still open, apart from what the two outermost mappings hold whole.
  mutating func breakOff() {
    isStopped = true
    while let frame = frames.popLast() {
      guard frames.count < 2, frame.isMapping else { continue }
      var entries = frame.entries
      if let last = entries.popLast(), let value = Self.broken(last.value) {
        entries.append(Node.Mapping.Entry(key: last.key, value: value))
      }
      add(.mapping(Node.Mapping(entries: entries, span: frame.span, isWhole: false)), nil)
    }
  }

  /// The last value before reading broke off, which may have been meant to go on; nil for a plain text, which may have
  /// been meant as something else.
  private static func broken(_ node: Node) -> Node? {
    switch node {
    case .scalar(let scalar): return scalar.style == .plain && !scalar.isEmpty ? nil : node
    case .sequence: return node
    case .mapping(var mapping):
      mapping.isWhole = false
      return .mapping(mapping)
    }
  }

  private mutating func open(_ frame: Frame, _ extent: YAMLEvent.Extent) {
    frames.append(frame)
    if frames.count > limits.depth { refuseDepth(at: extent.start) }
  }

  /// libyaml reads ahead, and may meet the depth before the events do.
  mutating func refuseDepth(at place: YAMLEvent.Place) {
    stop(
      .tooDeep, "lists and mappings stand more than \(limits.depth) deep in each other",
      YAMLEvent.Extent(start: place, end: place))
  }

  private mutating func add(_ value: Node, _ extent: YAMLEvent.Extent?) {
    count += 1
    if count > limits.nodes, let extent, !isStopped {
      stop(
        .tooManyValues, "the file has more than \(limits.nodes) values", extent,
        hint: "Split it into several files.")
    }
    let top = frames.count - 1
    if top < 0 {
      if root == nil { root = value }
    } else if !frames[top].isMapping {
      frames[top].items.append(value)
    } else if let key = frames[top].key {
      frames[top].key = nil
      addEntry(key, value)
    } else {
      frames[top].key = value
    }
  }

  private mutating func addEntry(_ key: Node, _ value: Node) {
    let top = frames.count - 1
    guard let key = key.scalar else {
      findings.error(
        YAMLRule.keyNotText, "a key must be text, but this is \(key.kindName)", at: key.span,
        hint: "Put text that begins with `{` or `[` in quotes.")
      return
    }
    if let first = frames[top].firstKeys[key.text] {
      let isItem = top > 0 && !frames[top - 1].isMapping
      // Where the `- ` of the next item is missing, every word of it stands twice.
      if isItem, frames[top].hasDuplicate { return }
      frames[top].hasDuplicate = true
      findings.error(
        YAMLRule.duplicateKey, "`\(key.text)` is here twice", at: key.span,
        hint: isItem
          ? "If the next item of the list begins here, write `- ` before it; else remove one of the two."
          : "Remove one of the two, or give it another name.",
        notes: [Diagnostic.Note("first written here", at: first)])
      return
    }
    frames[top].firstKeys[key.text] = key.span
    frames[top].entries.append(Node.Mapping.Entry(key: key, value: value))
  }

  private func node(of frame: Frame) -> Node {
    frame.isMapping
      ? .mapping(Node.Mapping(entries: frame.entries, span: frame.span))
      : .sequence(Node.Sequence(items: frame.items, span: frame.span))
  }

  private func report(_ properties: YAMLEvent.Properties, _ extent: YAMLEvent.Extent) {
    if let anchor = properties.anchor { Indicator.anchor.report("&" + anchor, at: start(extent), findings) }
    if let tag = properties.tag { Indicator.tag.report(tag, at: start(extent), findings) }
  }

  private mutating func stop(
    _ rule: YAMLRule, _ message: String, _ extent: YAMLEvent.Extent, hint: String? = nil
  ) {
    findings.error(rule, message, at: start(extent), hint: hint)
    isStopped = true
  }

  private func scalar(_ text: String, _ style: Node.Scalar.Style, _ extent: YAMLEvent.Extent) -> Node.Scalar {
    var place = span(extent)
    if style == .block { place.length = 1 }
    return Node.Scalar(text: text, style: style, span: place, lastLine: extent.end.line + 1)
  }

  /// What begins behind the end of the file, where it breaks off, is shown at its end.
  private func start(_ extent: YAMLEvent.Extent) -> Span {
    guard let line = source.line(extent.start.line + 1) else {
      return Span(file: file, line: source.lines.count, column: (source.lines.last?.count ?? 0) + 1)
    }
    return Span(file: file, line: extent.start.line + 1, column: min(extent.start.column, line.count) + 1)
  }

  /// From the start to the end, or to the end of the first line.
  private func span(_ extent: YAMLEvent.Extent) -> Span {
    var span = start(extent)
    let whole = source.line(span.line)?.count ?? 0
    let end = extent.end.line + 1 == span.line ? min(extent.end.column, whole) : whole
    span.length = max(1, end + 1 - span.column)
    return span
  }
}
