import Service

/// What verbs print that holds the words of customers and of the provider.
enum TerminalOutput {
  /// Prints lines with nothing in them that moves a terminal.
  static func show(_ lines: String) { print(LogText.lines(lines), terminator: "") }
}
