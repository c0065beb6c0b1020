/// Why a file, or one of its rows, cannot be used.
package struct CSVMistake: Error, Sendable, Hashable, CustomStringConvertible {
  package var file: String
  /// Nil if it is about the file as a whole.
  package var line: Int?
  /// The rest of the sentence: "has no column …".
  package var words: String

  package init(file: String, line: Int?, _ words: String) {
    self.file = file
    self.line = line
    self.words = words
  }

  /// One sentence, for whoever made the file: "people.csv:7 has 3 values …".
  package var description: String { "\(file)\(line.map { ":\($0)" } ?? "") \(words)" }
}
