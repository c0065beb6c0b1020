import Dialogue
import ScenarioFile
import StrictYAML

/// Runs one transcript to its end.
struct TranscriptRun {
  private let transcript: Transcript
  private var talk: Talk
  private var rounds: [String: Round] = [:]
  private var failures: [TalkFailure] = []
  private var edits: [TalkEdit] = []
  private var problems: [Problem] = []
  private var coverage = Coverage()
  /// How many happenings were looked at.
  private var seen = 0
  private var unlisted = 0
  /// Whose each line is.
  private var speakers: [String] = []

  init(_ transcript: Transcript, with bot: RehearsedBot, variants: [String: RehearsedBot]) {
    self.transcript = transcript
    talk = Talk(transcript, with: bot, variants: variants)
  }

  mutating func run() -> TranscriptResult {
    look(at: -1)
    for index in transcript.lines.indices {
      guard line(index) else { break }
    }
    closeAll()
    noteUnaskedCalls()
    failures.sort { ($0.span.line, $0.span.column) < ($1.span.line, $1.span.column) }
    return TranscriptResult(
      transcript: transcript, failures: failures, problems: problems, coverage: coverage, edits: edits)
  }

  /// Does one line; false if the talk cannot go on.
  private mutating func line(_ index: Int) -> Bool {
    let line = transcript.lines[index]
    switch line.action {
    case .bot, .silent: rounds[talk.number, default: Round(stimulus: index - 1)].listed.append(index)
    case .user, .again, .agent, .status:
      // What is written before the bot is listened to belongs to the same round.
      if rounds[talk.number]?.listed.isEmpty == false { close(talk.number) }
    case .wait, .at: closeAll()
    case .customer, .restart, .reload, .expect: break
    }
    do throws(Talk.Obstacle) {
      try talk.perform(line.action)
    } catch {
      failures.append(TalkFailure(kind: .obstacle(error.description), span: line.span, causes: []))
      return false
    }
    speakers.append(talk.number)
    look(at: index)
    if case .expect(let expectation) = line.action { check(expectation, at: line) }
    return true
  }

  /// Takes what happened into the rounds.
  private mutating func look(at index: Int) {
    let bot = talk.world.bot
    let span = index < 0 ? transcript.span : transcript.lines[index].span
    for happening in talk.world.happenings[seen...] {
      var round = rounds[happening.number] ?? Round(stimulus: index)
      if round.listed.isEmpty { round.stimulus = index }
      round.add(happening, bot)
      rounds[happening.number] = round
      switch happening.kind {
      case .turn(_, let turn):
        coverage.add(turn, of: bot)
        problems += turn.effects.compactMap { if case .problem(let problem) = $0 { problem } else { nil } }
      case .broke(let sentence):
        failures.append(TalkFailure(kind: .obstacle(sentence), span: span, causes: []))
      default: break
      }
    }
    seen = talk.world.happenings.count
    for request in talk.world.services.unlisted[unlisted...] {
      failures.append(
        TalkFailure(kind: .obstacle(unlistedCall(request)), span: span, causes: []))
    }
    unlisted = talk.world.services.unlisted.count
  }

  /// A test that lists a call which is not made may prove less than its author thinks.
  private mutating func noteUnaskedCalls() {
    for entry in talk.world.services.unasked {
      let place = SourcePosition(file: entry.span.file, line: entry.span.line, column: entry.span.column)
      problems.append(Problem("`\(entry.method) \(entry.url)` under `calls` was never asked", at: place))
    }
  }

  private func unlistedCall(_ request: CallRequest) -> String {
    let services = talk.world.services
    let call = "\(request.method) \(request.url)"
    let sent = request.body.map { ", sending \($0)" } ?? ""
    if let count = services.count(request) {
      return "\(call) was asked more than the \(count) times that `calls` answers\(sent)"
    }
    let near = Nearest.hint(call, among: services.listed).map {
      "; \($0.first?.lowercased() ?? "")\($0.dropFirst())"
    }
    return "\(call) is not under `calls`\(sent)\(near ?? "")"
  }

  private mutating func closeAll() {
    for number in rounds.keys.sorted() { close(number) }
  }

  /// Compares what the customer heard with what the talk lists.
  private mutating func close(_ number: String) {
    guard let round = rounds.removeValue(forKey: number) else { return }
    let turns = round.happenings.filter {
      switch $0.kind {
      case .turn, .lost, .held, .repeated: true
      default: false
      }
    }
    let quiet = turns.isEmpty ? [talk.world.nothing(with: number)] : []
    let silent = round.listed.filter { if case .silent = transcript.lines[$0].action { true } else { false } }
    for pair in round.pairs(transcript) {
      switch pair {
      case .same: continue
      case .different(let line, let said):
        fail(.differs(expected: text(line), got: said.lines[0]), at: line, said.causes)
        edits.append(TalkEdit(kind: .replace, line: line, message: said.lines[0]))
      case .missing(let line):
        fail(.missing(expected: text(line)), at: line, turns + quiet)
        let isLast = round.said.isEmpty && silent.isEmpty && line == round.listed.first
        edits.append(TalkEdit(kind: isLast ? .replace : .remove, line: line, message: nil))
      case .unlisted(let after, let said):
        unlisted(said, after: max(after, silent.last ?? after), silent: silent, number)
      }
    }
    if !round.said.isEmpty {
      for line in silent where !edits.contains(where: { $0.line == line && $0.kind == .replace }) {
        edits.append(TalkEdit(kind: .remove, line: line, message: nil))
      }
    }
  }

  private mutating func unlisted(_ said: Round.Said, after: Int, silent: [Int], _ number: String) {
    let got = said.lines[0]
    if let line = silent.first(where: { line in !edits.contains { $0.line == line } }) {
      fail(.differs(expected: "(silent)", got: got), at: line, said.causes)
      edits.append(TalkEdit(kind: .replace, line: line, message: got))
      return
    }
    fail(.unlisted(got: got), at: max(after, -1), said.causes)
    // A line of the bot below another customer's would be the other's.
    let isOwn = after < 0 || speakers[after] == number
    if isOwn { edits.append(TalkEdit(kind: .insert, line: after, message: got)) }
  }

  private mutating func fail(_ kind: TalkFailure.Kind, at line: Int, _ causes: [Happening]) {
    let span = line < 0 ? transcript.span : transcript.lines[line].span
    failures.append(TalkFailure(kind: kind, span: span, causes: causes))
  }

  private func text(_ line: Int) -> String {
    if case .bot(let text) = transcript.lines[line].action { text.written } else { "(silent)" }
  }

  private mutating func check(_ expectation: TalkExpectation, at line: TalkLine) {
    guard let got = talk.world.lack(of: expectation, with: talk.number) else { return }
    let causes = rounds[talk.number]?.happenings.filter { if case .turn = $0.kind { true } else { false } }
    failures.append(
      TalkFailure(
        kind: .expectation(expected: expectation.sentence, got: got), span: line.span, causes: causes ?? []))
  }
}
