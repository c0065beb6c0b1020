import Dialogue
import StrictYAML

/// One test of a bot: a talk line by line, and what stands around it.
package struct Transcript: Sendable {
  package var name: String
  /// Where its name stands.
  package var span: Span
  /// The time the talk begins; nil for the usual one.
  package var at: WallTime?
  /// The customers' language.
  package var language: Node.Scalar?
  package var start: Beginning?
  package var calls: [CallAnswers]
  package var lines: [TalkLine]
  /// Spaces before a line of the talk in its file.
  package var indentation: Int

  package init(
    name: String, span: Span, at: WallTime? = nil, language: Node.Scalar? = nil, start: Beginning? = nil,
    calls: [CallAnswers] = [], lines: [TalkLine], indentation: Int = 6
  ) {
    self.name = name
    self.span = span
    self.at = at
    self.language = language
    self.start = start
    self.calls = calls
    self.lines = lines
    self.indentation = indentation
  }

  /// When a talk begins that does not say so: a Monday morning.
  package static let usualTime = WallTime(
    date: CivilDate(daysSince1970: 20_458), minute: 9 * 60)

  /// What came before the talk: its customer is not new.
  package struct Beginning: Sendable {
    /// The scenario that is started.
    package var scenario: Node.Scalar?
    package var vars: [String: String]

    package init(scenario: Node.Scalar? = nil, vars: [String: String] = [:]) {
      self.scenario = scenario
      self.vars = vars
    }
  }
}

/// What clocks and calendars show, in no time zone.
package struct WallTime: Sendable, Hashable, CustomStringConvertible {
  package var date: CivilDate
  /// After midnight.
  package var minute: Int

  package init(date: CivilDate, minute: Int) {
    self.date = date
    self.minute = minute
  }

  /// Reads `2026-08-14 09:00`; nil for anything else.
  package init?(written text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let date = CivilDate(iso: parts[0]) else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.map(\.utf8.count) == [2, 2], let hour = Int(written: clock[0]),
      let minute = Int(written: clock[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    self.init(date: date, minute: hour * 60 + minute)
  }

  package var description: String {
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "\(date.iso) \(padded(minute / 60)):\(padded(minute % 60))"
  }
}

/// What a service answers in a test to calls of one address, one after the other.
package struct CallAnswers: Sendable {
  package var method: String
  package var url: String
  package var answers: [CallOutcome]
  /// Whether the last answer is given to every later call too.
  package var repeats: Bool
  /// Where its address stands.
  package var span: Span

  package init(method: String, url: String, answers: [CallOutcome], repeats: Bool, span: Span) {
    self.method = method
    self.url = url
    self.answers = answers
    self.repeats = repeats
    self.span = span
  }
}
