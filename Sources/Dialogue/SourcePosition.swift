/// Where in a bot's files something was written; line and column count from 1, columns in Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Relative to the bot's folder, with forward slashes.
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String { "\(file):\(line):\(column)" }
}
