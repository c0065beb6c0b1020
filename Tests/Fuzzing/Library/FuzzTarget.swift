/// A part of balas that must bear whatever it is given.
package enum FuzzTarget: String, Sendable, CaseIterable {
  /// The bytes of one YAML file.
  case yamlReader = "YAMLReader"
  /// The files of a bot: `bot.yaml`, then others, each behind a line `%%% path`.
  case botReader = "BotReader"
  /// A pattern.
  case patternCompiler = "PatternCompiler"
  /// A small bot and a message to it; see ``Trial``.
  case matcher = "Matcher"

  /// Throws what is not true of the part for this input.
  package func check(_ input: [UInt8]) throws(BrokenProperty) {
    switch self {
    case .yamlReader: try YAMLReaderProof(input).check()
    case .botReader: try BotReaderProof(input).check()
    case .patternCompiler: try PatternCompilerProof(input).check()
    case .matcher: try MatcherProof(input).check()
    }
  }

  /// Does what libFuzzer calls for each input: traps where a property is broken.
  package func run(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
      try check(Array(UnsafeBufferPointer(start: bytes, count: count)))
    } catch { fatalError(error.description) }
    return 0
  }
}

/// What should be true of every input, and is not of one.
package struct BrokenProperty: Error, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }
}

/// Throws `message` unless `condition` holds.
func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(BrokenProperty) {
  if !condition { throw BrokenProperty(message()) }
}
