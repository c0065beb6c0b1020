import Dialogue
import Foundation
import StrictYAML

/// What stands under `bot`.
struct BotSettings {
  /// Nil if the author gave none.
  let name: String?
  let languages: Languages
  private let fields: Fields?
  private let findings: BotFindings

  static let defaultTimezone = "Asia/Jakarta"
  /// The names of the scenarios that hold the bot's own handlers; no author's scenario begins so.
  static let handlerPrefix = "bot."

  init(_ node: Node?, _ findings: BotFindings) {
    self.findings = findings
    fields = node.flatMap { Vocabulary.bot.fields($0, findings.certain) }
    name = fields?.text("name")?.text
    languages = Languages(fields, findings)
  }

  /// All the options, as soon as texts and steps can be read.
  func options(_ steps: StepReader) -> BotOptions {
    var options = BotOptions(timezone: TimeZone(identifier: Self.defaultTimezone) ?? .gmt)
    options.languages = languages.all
    options.hours = steps.hours.all
    guard let fields else { return options }
    if let scalar = fields.text("timezone") { options.timezone = zone(scalar) ?? options.timezone }
    if let session = steps.positiveDuration(fields, "session") { options.session = session }
    if let idle = steps.positiveDuration(fields, "idle") { options.idle = idle }
    readMatch(fields, &options)
    options.opening = fields.text("hours").flatMap { steps.hours.known($0) }
    options.closed = fields["closed"].map { steps.replies.replies($0, "`closed`") } ?? []
    steps.hours.checkClosed(fields, of: "the bot", silence: "outside its hours the bot says nothing")
    options.first = steps.scenario(fields, "first")
    options.onIdle = handler(fields, "on_idle", steps)
    options.onGone = handler(fields, "on_gone", steps)
    return options
  }

  private func readMatch(_ fields: Fields, _ options: inout BotOptions) {
    guard let node = fields["match"], let match = Vocabulary.match.fields(node, findings.certain) else {
      return
    }
    enum Spelling: String, CaseIterable {
      case chat = "id-chat"
      case none
    }
    if let spelling = match.choice("spelling", Spelling.self) { options.spelling = spelling == .chat }
    if let typos = match.isOn("typos") { options.typos = typos }
  }

  /// A scenario of its own that holds the steps of a handler.
  private func handler(_ fields: Fields, _ key: String, _ steps: StepReader) -> Scenario? {
    guard let span = fields.keySpan(key), let handler = steps.handler(fields, key) else { return nil }
    let position = SourcePosition(span)
    let body =
      switch handler {
      case .goto(let scenario): [Step(.goto(scenario: scenario), position: position)]
      case .steps(let steps): steps
      }
    return Scenario(name: Self.handlerPrefix + key, starts: [], steps: body, position: position)
  }

  private func zone(_ scalar: Node.Scalar) -> TimeZone? {
    if let zone = Self.zone(scalar.text) { return zone }
    let known = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] + TimeZone.knownTimeZoneIdentifiers
    findings.certain.error(
      YAMLRule.wrongValue, "there is no timezone `\(scalar.text)`", at: scalar.span,
      hint: Nearest.hint(scalar.text, among: known)
        ?? "WIB is `Asia/Jakarta`, WITA is `Asia/Makassar`, WIT is `Asia/Jayapura`.")
    return nil
  }

  /// Names of the tz database only: `TimeZone` would also take abbreviations, and `WIT` would be ambiguous.
  private static func zone(_ name: String) -> TimeZone? {
    guard name == "UTC" || name.contains("/") else { return nil }
    return TimeZone(identifier: name)
  }
}
