import StrictYAML

/// What is true of reading any bytes as a YAML file.
struct YAMLReaderProof {
  private static let file = "a.yaml"
  private let bytes: [UInt8]

  init(_ input: [UInt8]) { bytes = input }

  func check() throws(BrokenProperty) {
    let document = Document.read(bytes, file: Self.file)
    let again = Document.read(bytes, file: Self.file)
    try require(
      document.diagnostics == again.diagnostics && document.root == again.root
        && document.isWhole == again.isWhole, "the same bytes are not read the same twice")
    let text = String(decoding: bytes, as: UTF8.self)
    let proof = SpanProof([Self.file: text])
    try proof.check(document.diagnostics)
    if let root = document.root { try proof.check(root) }
    let hasErrors = document.diagnostics.contains { $0.severity == .error }
    try require(document.isWhole || hasErrors, "the reader gave up without a word")
    for format in DiagnosticFormat.allCases {
      _ = format.render(document.diagnostics, sources: [Self.file: text])
    }
  }
}
