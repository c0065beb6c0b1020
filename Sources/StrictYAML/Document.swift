/// One YAML file, read: the tree as far as it could be read, and every mistake found.
package struct Document: Sendable {
  /// Nil if nothing could be read, or the file is empty.
  package var root: Node?
  package var diagnostics: [Diagnostic]
  /// Whether ``root`` holds all that the file says; false if reading broke off.
  package var isWhole: Bool

  package init(root: Node?, diagnostics: [Diagnostic], isWhole: Bool = true) {
    self.root = root
    self.diagnostics = diagnostics
    self.isWhole = isWhole
  }

  /// How much a file may hold.
  package struct Limits: Sendable {
    /// Bytes of UTF-8.
    package var size = 1 << 20
    package var nodes = 100_000
    package var depth = 64

    package init() {}
  }

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, UTF-8.
  ///   - file: the name that diagnostics show.
  package static func read(_ bytes: some Collection<UInt8>, file: String, limits: Limits = Limits())
    -> Document
  {
    DocumentReader(file: file, limits: limits).read(bytes)
  }
}
