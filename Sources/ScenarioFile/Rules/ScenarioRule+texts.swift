import StrictYAML

extension ScenarioRule {
  /// What is said.
  static let texts: [Self: RuleExplanation] = [
    .brace: RuleExplanation(
      .error, .warning,
      finds: "Braces in a text that say something else than was meant, or nothing.",
      remedy: "Write `{name}` with a name of small letters; a brace itself is written `{{`.",
      bad: """
        hello:
          keywords: [halo]
          reply: Halo {}!
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo {contact.name|Kak}!
        """),
    .emptyText: RuleExplanation(
      .error,
      finds: "A text that says nothing.",
      remedy: "Write something, or remove it.",
      bad: """
        hello:
          keywords: [halo]
          reply: "  "
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .quoteMark: RuleExplanation(
      .warning,
      finds:
        "A text that is said with quotes which look as if they were meant for YAML: “…”, or one alone at its "
        + "end.",
      remedy: "Put straight quotes, `\"…\"`, around all of the text, or remove them.",
      bad: """
        hello:
          keywords: [halo]
          reply: “Halo Kak!”
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: "Halo Kak!"
        """),
    .missingLanguage: RuleExplanation(
      .error, .warning,
      finds:
        "A text that is missing in one of the bot's languages: an error in its first one, else a "
        + "warning.",
      remedy: "Add the text in that language.",
      bad: """
        bot: {languages: [id, en]}
        scenarios:
          hello:
            keywords: [halo]
            reply: {id: Halo Kak!}
        """,
      mended: """
        bot: {languages: [id, en]}
        scenarios:
          hello:
            keywords: [halo]
            reply: {id: Halo Kak!, en: Hello!}
        """),
    .optionsPlace: RuleExplanation(
      .warning,
      finds: "`{options}` where no menu shows its lines.",
      remedy: "Use it in the text and the `retry` of a menu only.",
      bad: """
        menu:
          exact: [menu]
          steps:
            - menu: "Mau apa? {options}"
              save: wish
              options: [Harga, Alamat]
            - say: "{options}"
        """,
      mended: """
        menu:
          exact: [menu]
          steps:
            - menu: "Mau apa? {options}"
              save: wish
              options: [Harga, Alamat]
            - say: Baik!
        """),
    .textLoop: RuleExplanation(
      .error,
      finds: "A text that leads back to itself by `$key`.",
      remedy: "Write the words themselves in one of them.",
      bad: """
        texts: {a: $b, b: $a}
        scenarios:
          hello:
            keywords: [halo]
            reply: $a
        """,
      mended: """
        texts: {a: $b, b: Halo Kak!}
        scenarios:
          hello:
            keywords: [halo]
            reply: $a
        """),
    .textTooLong: RuleExplanation(
      .error,
      finds: "A text that is longer than WhatsApp takes: 4096 characters, 1024 below a picture or document.",
      remedy: "Split it into a list of texts, or say the rest of a caption in a text of its own.",
      bad: """
        hello:
          keywords: [halo]
          reply: Halo Kak! … and so on, more than 4096 characters
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: [Halo Kak!, "… and so on"]
        """),
    .unbalancedMark: RuleExplanation(
      .warning,
      finds: "A `*`, `_` or `~` that begins bold, italic or struck text and is not closed on its line.",
      remedy: "Write the other mark on the same line, right beside the words, or remove this one.",
      bad: """
        promo:
          keywords: [promo]
          reply: Hari ini *diskon 20% untuk semua roti.
        """,
      mended: """
        promo:
          keywords: [promo]
          reply: Hari ini *diskon 20%* untuk semua roti.
        """),
  ]
}
