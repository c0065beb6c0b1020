extension String {
  /// The text on one line: each run of white space and control characters is one blank, and none is around it.
  package var oneLine: String {
    unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
      .map { String($0) }.joined(separator: " ")
  }
}
