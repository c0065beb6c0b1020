import Dialogue
import ScenarioFile
import StrictYAML

/// What is true of compiling any files as a bot, and of the bot that comes of them.
struct BotReaderProof {
  private let version: BotVersion
  private let tests: [String: String]

  init(_ input: [UInt8]) {
    var files: [String: String] = [:]
    var name = "bot.yaml"
    var lines: [Substring] = []
    let text = String(decoding: input, as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("%%% ") {
        files[name] = lines.joined(separator: "\n")
        (name, lines) = (String(line.dropFirst(4)), [])
      } else {
        lines.append(line)
      }
    }
    files[name] = lines.joined(separator: "\n")
    let medium = BotVersion.MediaFile(hash: String(repeating: "0", count: 64), size: 1)
    version = BotVersion(
      files: files.filter { !$0.key.hasSuffix(".test.yaml") },
      media: ["a.png": medium, "a.pdf": medium, "a.ogg": medium])
    tests = files.filter { $0.key.hasSuffix(".test.yaml") }
  }

  func check() throws(BrokenProperty) {
    let compilation = Compilation.stored(version)
    try check(compilation)
    let again = Compilation.stored(version)
    try require(
      compilation.diagnostics == again.diagnostics, "the same files do not give the same diagnostics twice")
    for (file, text) in tests {
      let read = TestFiles(text: text, file: file)
      try SpanProof(read.sources).check(read.diagnostics)
    }
    guard let bot = compilation.bot, let accepted = compilation.version else { return }
    try require(
      Compilation.stored(accepted).bot?.hash == bot.hash, "a version that was accepted is another once stored"
    )
    try BotTalk(bot).check()
  }

  private func check(_ compilation: Compilation) throws(BrokenProperty) {
    try require(
      (compilation.bot == nil) == compilation.hasErrors, "there must be a bot exactly if there is no error")
    try require(
      compilation.isWhole || compilation.hasErrors, "the files were not read whole, and nothing is said")
    try SpanProof(compilation.sources).check(compilation.diagnostics)
    for format in DiagnosticFormat.allCases {
      _ = format.render(compilation.diagnostics, sources: compilation.sources)
    }
  }
}
