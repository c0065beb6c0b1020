/// The words of the scenario language; any other key is an error.
package enum Vocabulary {
  static let file = Place(
    "a file of a bot",
    ["bot", "include", "vars", "synonyms", "hours", "services", "texts", "scenarios", "default"])

  static let bot = Place(
    "`bot`",
    [
      "name", "languages", "timezone", "session", "idle", "match", "hours", "closed", "first", "on_idle",
      "on_gone",
    ])

  static let match = Place("`match`", ["spelling", "typos"])

  static let service = Place("a service", ["base", "headers", "timeout", "failed"])

  static let scenario = Place(
    "a scenario",
    [
      "keywords", "exact", "pattern", "interrupt", "examples", "never", "type", "panel", "reply", "steps",
    ])

  /// The words by which a scenario starts by itself.
  static let starts: Set = ["keywords", "exact", "pattern"]

  static let panel = Place("`panel`", ["hours", "opened", "closed", "nudge", "release"])
  static let nudge = Place("`nudge`", ["after", "say", "times"])
  static let release = Place("`release`", ["idle", "keywords", "say", "then"])

  static let fallback = Place(
    "`default`", ["reply", "replies", "then", "media", "at_most", "quiet"])

  static let mediaReply = Place("a reply", ["image", "document", "audio", "caption", "name"])

  static let textChoice = Place("a text", ["pick"])

  static let sms = Place("`sms`", ["name", "params"])

  private static let question = [
    "save", "retry", "tries", "on_fail", "timeout", "on_timeout", "leave", "as",
  ]

  private static let media = ["caption", "name", "expires", "not_sent"]

  /// The words of each step, its verb first.
  static let steps: [Place] = [
    Place("a step `say`", ["say", "expires", "not_sent"]),
    Place("a step `image`", ["image"] + media),
    Place("a step `document`", ["document"] + media),
    Place("a step `audio`", ["audio"] + media),
    Place("a step `goto`", ["goto"]),
    Place("a step `end`", ["end"]),
    Place("a step `ask`", ["ask", "expect"] + question),
    Place("a step `menu`", ["menu", "options"] + question),
    Place("a step `set`", ["set"]),
    Place("a step `if`", ["if", "then", "else"]),
    Place("a step `call`", ["call", "send", "headers", "timeout", "save", "failed", "as"]),
    Place("a step `visit`", ["visit", "as"]),
    Place("a step `template`", ["template", "params", "sms", "expires", "not_sent"]),
    Place("a step `opt_out`", ["opt_out"]),
  ]

  /// The verbs that steps begin with.
  static let verbs = steps.compactMap(\.words.first)

  private static let stepsByVerb = Dictionary(
    steps.compactMap { place in place.words.first.map { ($0, place) } },
    uniquingKeysWith: { first, _ in first }
  )

  /// The words of the step with this verb; nil if there is no such verb.
  static func step(_ verb: String) -> Place? { stepsByVerb[verb] }

  /// All places, for a schema and for advice.
  package static let places =
    [file, bot, match, service, scenario, panel, nudge, release, fallback, mediaReply, textChoice, sms]
    + steps

  /// What to advise for a word that stands at the wrong place; nil if it is a word of no place.
  static func elsewhere(_ word: String) -> String? {
    if step(word) != nil { return "`\(word)` is a step: it stands in a list under `steps`." }
    let owners = (places + tests).filter { $0.words.contains(word) }.map(\.name)
    guard !owners.isEmpty else { return nil }
    return "`\(word)` belongs to \(owners.prefix(3).joined(separator: ", or "))."
  }
}
