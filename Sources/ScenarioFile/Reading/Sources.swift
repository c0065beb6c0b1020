import StrictYAML

/// The texts of the files that were read.
final class Sources {
  private(set) var texts: [String: String] = [:]
  private var split: [String: SourceText] = [:]

  func add(_ text: String, as file: String) { texts[file] = text }

  /// Where `needle` stands inside a value for the `nth` time (from 0), or the whole value.
  func span(of needle: String, nth: Int = 0, in scalar: Node.Scalar) -> Span {
    let file = scalar.span.file
    guard let text = texts[file] else { return scalar.span }
    let source = split[file] ?? SourceText(text)
    split[file] = source
    return source.span(of: needle, nth: nth, in: scalar)
  }
}
