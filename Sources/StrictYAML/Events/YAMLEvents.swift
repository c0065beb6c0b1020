// Yams' own composer stops at the first duplicate key and keeps no ends, so its libyaml is read event by event.
internal import CYaml

/// Runs libyaml over a text.
enum YAMLEvents {
  /// Calls `body` with each event until it answers false.
  ///
  /// - Returns: why libyaml stopped before the end; nil if it did not.
  static func read(_ bytes: [UInt8], _ body: (YAMLEvent) -> Bool) -> YAMLFailure? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return YAMLFailure(parser.pointee) }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    return bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      while true {
        var raw = yaml_event_t()
        guard yaml_parser_parse(parser, &raw) == 1 else { return YAMLFailure(parser.pointee) }
        defer { yaml_event_delete(&raw) }
        if raw.type == YAML_STREAM_END_EVENT || raw.type == YAML_NO_EVENT { return nil }
        if let event = YAMLEvent(raw), !body(event) { return nil }
      }
    }
  }
}

extension YAMLEvent {
  /// Nil for an event that carries nothing.
  fileprivate init?(_ raw: yaml_event_t) {
    let extent = Extent(start: Place(raw.start_mark), end: Place(raw.end_mark))
    switch raw.type {
    case YAML_DOCUMENT_START_EVENT:
      self = .documentStart(extent)
    case YAML_ALIAS_EVENT:
      self = .alias(text(raw.data.alias.anchor) ?? "", extent)
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      let value = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let style: Node.Scalar.Style =
        switch scalar.style {
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        default: .plain
        }
      self = .scalar(value, style, Properties(anchor: text(scalar.anchor), tag: text(scalar.tag)), extent)
    case YAML_SEQUENCE_START_EVENT:
      let start = raw.data.sequence_start
      self = .sequenceStart(Properties(anchor: text(start.anchor), tag: text(start.tag)), extent)
    case YAML_MAPPING_START_EVENT:
      let start = raw.data.mapping_start
      self = .mappingStart(Properties(anchor: text(start.anchor), tag: text(start.tag)), extent)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      self = .collectionEnd(extent)
    default:
      return nil
    }
  }
}

extension YAMLEvent.Place {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line), column: Int(mark.column)) }
}

extension YAMLFailure {
  fileprivate init(_ parser: yaml_parser_t) {
    problem = parser.problem.map { String(cString: $0) } ?? "it does not fit into memory"
    place = YAMLEvent.Place(parser.problem_mark)
    contextPlace = parser.context == nil ? nil : YAMLEvent.Place(parser.context_mark)
  }
}

private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  pointer.map { String(cString: $0) }
}
