import StrictYAML

/// The words of the scenario language; any other key is an error. The checker reads by this table, and the schema for
/// editors is made of it.
package enum Vocabulary {
  static let match = Place(
    "`match`",
    [
      Word(
        "spelling", .choice(["id-chat", "none"]),
        "`id-chat` understands Indonesian chat spelling, held letters and endings; `none` takes words as they are."
      ),
      Word(
        "typos", .isOn,
        "Whether a word that is nearly a word of the bot counts as it where nothing else fits."),
    ])

  static let bot = Place(
    "`bot`",
    [
      Word("name", .text, "What the bot is called: `{bot.name}` in texts."),
      Word("languages", .texts, "The languages it speaks, as `[id, en]`; the first is the default."),
      Word("timezone", .text, "Where its clock is, as `Asia/Makassar`; `Asia/Jakarta` if you say nothing."),
      Word("session", .duration, "How long after the last message all is forgotten; 24h if you say nothing."),
      Word("idle", .duration, "How long a question waits; 30m if you say nothing."),
      Word("match", .place(match), "How messages are compared with keywords and patterns."),
      Word("hours", .text, "The name of the opening hours outside of which only `closed` is said."),
      Word("closed", .reply, "Said outside the hours, at most once in half an hour."),
      Word(
        "first", .text, "The scenario that is visited before the answer to a customer's very first message."),
      Word("on_idle", .handler, "What is done when a question waited in vain and has no `on_timeout`."),
      Word(
        "on_gone", .handler,
        "What is done when the question that a customer is at was removed from the files."),
    ])

  static let service = Place(
    "a service",
    [
      .needed("base", .text, "Its address in full, as `https://erp.example.co.id`."),
      Word("headers", .named(.text), "HTTP headers of every call; `{secret.name}` is kept by the operator."),
      Word("timeout", .duration, "How long an answer is waited for; 10s if you say nothing, at most 60s."),
      Word("failed", .handler, "What is done when a call fails that has no `failed` of its own."),
    ])

  static let file = Place(
    "a file of a bot",
    [
      Word("bot", .place(bot), "What holds for the whole bot: its name, languages, times."),
      Word("include", .texts, "More files of the bot, as `faq/*.yaml`; only in `bot.yaml`."),
      Word("vars", .named(.optional(.text)), "Your own constants, for texts and paths: `{phone}`."),
      Word(
        "synonyms", .named(.texts),
        "Words that mean the same to the bot: `@price` in a keyword is any of them."),
      Word(
        "hours", .named(.named(.texts)),
        "Opening hours by name, times by day: `mon-fri: 08:00-12:00, 13:00-17:00`; holidays under `closed`."),
      Word("services", .named(.place(service)), "Other systems that a `call` may ask, by name."),
      Word("texts", .named(.messages), "Texts that are used in several places: `$closing`."),
      Word("scenarios", .named(.place(scenario)), "What the bot answers and does, by name."),
      Word("default", .place(fallback), "What is said when nothing fits."),
    ])

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

  /// What to advise for a scenario that stands at the wrong place; nil for what is none.
  static func scenarioAdvice(_ entry: Node.Mapping.Entry) -> String? {
    let signs = starts.union(scenario.alternatives)
    guard let words = entry.value.mapping?.entries.map(\.key.text), !signs.isDisjoint(with: words) else {
      return nil
    }
    return "This looks like a scenario: write it under `scenarios`, indented as those that stand there."
  }

  /// What to advise for a word that stands at the wrong place; nil if it is a word of no place.
  static func elsewhere(_ word: String) -> String? {
    if step(word) != nil { return "`\(word)` is a step: it stands in a list under `steps`." }
    let owners = (places + tests).filter { $0.words.contains(word) }.map(\.name)
    guard !owners.isEmpty else { return nil }
    return "`\(word)` belongs to \(owners.prefix(3).joined(separator: ", or "))."
  }
}
