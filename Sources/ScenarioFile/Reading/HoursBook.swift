import Dialogue
import StrictYAML

/// The opening hours under `hours`, by name.
struct HoursBook {
  private(set) var all: [String: OpeningHours] = [:]
  private let names: [String]
  private let findings: BotFindings
  private let sources: Sources

  init(_ entries: [Declarations.Entry], sources: Sources, _ findings: BotFindings) {
    self.findings = findings
    self.sources = sources
    names = entries.map(\.key.text)
    for entry in entries {
      let name = entry.key.text
      if Self.isName(name) {
        all[name] = hours(entry)
      } else {
        findings.certain.error(
          ScenarioRule.name, "`\(name)` is no name for opening hours", at: entry.key.span,
          hint: "Use small letters, digits and `_`, beginning with a letter.")
      }
    }
  }

  /// The name, if there are such hours; otherwise nil and a diagnostic.
  func known(_ scalar: Node.Scalar) -> String? {
    isKnown(scalar.text, at: { scalar.span }) ? scalar.text : nil
  }

  /// Reports `closed` without `hours`, and `hours` outside of which nothing is said.
  ///
  /// - Parameters:
  ///   - owner: whose they are, as an author calls it.
  ///   - silence: what it means that nothing is said.
  func checkClosed(_ fields: Fields, of owner: String, silence: String) {
    switch (fields.keySpan("hours"), fields.keySpan("closed")) {
    case (nil, let span?):
      findings.certain.error(
        ScenarioRule.closedWithoutHours, "`closed` is never said, because \(owner) has no `hours`", at: span,
        hint: "Name the opening hours: `hours: office`.")
    case (let span?, nil) where !fields.hasUnknownKeys:
      findings.certain.warning(
        ScenarioRule.silentEnd, silence, at: span, hint: "Add `closed:` with a text.")
    default: break
    }
  }

  func isKnown(_ name: String, at place: () -> Span) -> Bool {
    if names.contains(name) { return true }
    findings.unless(.key(name)).error(
      ScenarioRule.unknownHours, "there are no opening hours `\(name)`", at: place(),
      hint: findings.suggestion(for: name, among: names).map { "Did you mean `\($0)`?" }
        ?? "Write them under `hours`: `\(name): {mon-fri: 08:00-17:00}`.")
    return false
  }

  private func hours(_ entry: Declarations.Entry) -> OpeningHours? {
    guard let days = entry.value.entries("the hours `\(entry.key.text)`", findings.certain) else {
      return nil
    }
    var hours = OpeningHours(windows: [:])
    var written: [Weekday: Span] = [:]
    for day in days {
      if day.key.text == "closed" {
        hours.closed = closedDates(day.value)
        continue
      }
      do {
        let windows = windows(day)
        for weekday in try Weekday.days(parsing: day.key.text) {
          if let first = written.updateValue(day.key.span, forKey: weekday) {
            findings.certain.error(
              ScenarioRule.duplicateName, "`\(weekday.rawValue)` is here twice", at: day.key.span,
              hint:
                "Write all the times of a day at one place: `\(weekday.rawValue): 08:00-12:00, 13:00-17:00`.",
              notes: [Diagnostic.Note("first written here", at: first)])
          }
          hours.windows[weekday] = windows
        }
      } catch {
        sources.report(error, in: day.key, findings.certain)
      }
    }
    if !days.isEmpty, hours.windows.values.allSatisfy(\.isEmpty), !findings.certain.hasErrors {
      findings.certain.warning(
        ScenarioRule.neverOpen, "the hours `\(entry.key.text)` are never open", at: entry.key.span,
        hint: "Write the days and times: `mon-fri: 08:00-17:00`.")
    }
    return hours
  }

  private func windows(_ day: Declarations.Entry) -> [OpeningHours.Window] {
    var windows: [OpeningHours.Window] = []
    for scalar in day.value.texts("`\(day.key.text)`", findings.certain) ?? [] {
      do {
        windows += try OpeningHours.Window.list(parsing: scalar.text)
      } catch {
        sources.report(error, in: scalar, findings.certain)
      }
    }
    return windows
  }

  private func closedDates(_ node: Node) -> Set<CivilDate> {
    var dates: Set<CivilDate> = []
    for scalar in node.texts("`closed`", findings.certain) ?? [] {
      do {
        dates.insert(try CivilDate(parsing: scalar.text))
      } catch {
        sources.report(error, in: scalar, findings.certain)
      }
    }
    return dates
  }

  private static func isName(_ name: String) -> Bool {
    (try? TextTemplate.parse("{\(name)}"))?.pieces == [.slot(name: name, fallback: nil)]
      && !name.contains(".")
  }
}
