extension String {
  /// Whether it has no letter beyond ASCII; no word of a reader or of the chat dictionary has one.
  var isASCIIWord: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
