import Dialogue
import Foundation
import Rehearsal
import ScenarioFile
import StrictYAML

extension ChatRoom {
  private static let file = "bot.test.yaml"

  /// Writes the talk into the bot's `bot.test.yaml` as a test that passes.
  func save(_ name: String) -> String {
    if record.isEmpty { return remark("nothing was written yet") }
    if record.isWaiting { return remark("not saved: a service is asked and has not answered; see /answer") }
    let compilation = Compilation.folder(folder.path)
    guard let bot = compilation.bot else {
      return remark("not saved: the bot's files have mistakes, see `balas check`")
    }
    let place = folder.placed(Self.file)
    let path = (folder.path as NSString).appendingPathComponent(Self.file)
    let before = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let known = TestFiles(text: before, file: Self.file)
    if !before.isEmpty, !known.files.allSatisfy(\.isWhole) {
      return remark("not saved: \(place) has mistakes, see `balas check`")
    }
    let transcripts = known.files.flatMap(\.transcripts)
    if transcripts.contains(where: { $0.name == name }) {
      return remark("not saved: \(place) has a test with this name already")
    }
    let suite = { BotSuite(bot, version: compilation.version, folder: folder.path, tests: $0) }
    // First only what was done; what the bot says then is written down as `balas test --update` does.
    let draft = Self.appended(
      record.written(as: name, indentation: transcripts.first.map { $0.span.column - 1 } ?? 2), to: before)
    let drafted = suite(TestFiles(text: draft, file: Self.file))
    guard let transcript = drafted.transcripts.last, transcript.name == name else {
      return DiagnosticFormat.text.render(drafted.diagnostics, sources: drafted.sources)
        + remark("not saved: this does not make a test that can be read")
    }
    let text = TestFileUpdate(draft, [drafted.run(transcript)]).text
    let saved = suite(TestFiles(text: text, file: Self.file))
    guard let last = saved.transcripts.last, last.name == name, saved.run(last).isPassed else {
      return remark("not saved: the bot does not say the same when it is asked again")
    }
    do {
      try TextFile.rewrite(path, text)
    } catch {
      return remark("not saved: \(place) could not be written: \(error.localizedDescription)")
    }
    return Self.shown(text, from: last.span.line)
      + (customerName == nil
        ? "" : remark("a test knows no name of a customer: look at what it says in its place"))
      + remark("saved in \(place):\(last.span.line)")
  }

  private static func appended(_ test: String, to file: String) -> String {
    if file.allSatisfy(\.isWhitespace) { return "tests:\n" + test }
    let end = file.contains("\r\n") ? "\r\n" : "\n"
    let gap = file.hasSuffix("\n") ? end : end + end
    return file + gap + test.replacing("\n", with: end)
  }

  private static func shown(_ text: String, from line: Int) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropFirst(line - 1)
      .joined(separator: "\n")
  }
}
