import StrictYAML

extension ScenarioRule {
  /// Phrases, patterns and what is proved of them.
  static let matching: [Self: RuleExplanation] = [
    .bareNumber: RuleExplanation(
      .error,
      finds: "A keyword that is only a number, which would fit every message with that number in it.",
      remedy:
        "Put the number under `exact`, where it must be the whole message, or use a `menu`, which "
        + "numbers its options.",
      bad: """
        price:
          keywords: [1]
          reply: Mulai Rp8.000.
        """,
      mended: """
        price:
          exact: [1]
          reply: Mulai Rp8.000.
        """),
    .duplicatePhrase: RuleExplanation(
      .warning,
      finds: "A phrase that stands twice in one scenario.",
      remedy: "Remove one of the two; case, accents, punctuation and emoji make no other phrase.",
      bad: """
        hello:
          keywords: [halo, "Halo!"]
          reply: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo, hai]
          reply: Halo Kak!
        """),
    .emptyPhrase: RuleExplanation(
      .error,
      finds: "A phrase without a letter or a digit, or an empty list of phrases.",
      remedy: "Write words: punctuation and emoji are not compared.",
      bad: """
        hello:
          keywords: ["!", halo]
          reply: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .example: RuleExplanation(
      .error,
      finds: "A message under `examples` that does not reach its scenario, or one under `never` that does.",
      remedy:
        "Change the keywords until it does, or remove the message if it was wrong; `balas explain` "
        + "shows who wins and why.",
      bad: """
        price:
          keywords: [harga]
          examples: [berapa ongkosnya]
          reply: Mulai Rp8.000.
        """,
      mended: """
        price:
          keywords: [harga, berapa ongkos]
          examples: [berapa ongkosnya]
          reply: Mulai Rp8.000.
        """),
    .fillerKeyword: RuleExplanation(
      .warning,
      finds: "A keyword of nothing but words that people add to any message, such as `kak` or `ya`.",
      remedy: "Put it under `exact`, where it must be the whole message, or add the word it is about.",
      bad: """
        hello:
          keywords: [kak]
          reply: Halo Kak!
        """,
      mended: """
        hello:
          exact: [kak]
          reply: Halo Kak!
        """),
    .interruptWithoutStart: RuleExplanation(
      .error,
      finds: "`interrupt` at a scenario that no message starts.",
      remedy: "Give the scenario `keywords` or `exact`, or remove `interrupt`.",
      bad: """
        order:
          keywords: [pesan]
          steps:
            - visit: address
        address:
          interrupt: always
          reply: Kami antar sampai rumah.
        """,
      mended: """
        order:
          keywords: [pesan]
          steps:
            - visit: address
        address:
          keywords: [alamat]
          interrupt: always
          reply: Kami antar sampai rumah.
        """),
    .patternNeverWins: RuleExplanation(
      .warning,
      finds: "A pattern that loses every message it fits, because another start goes before it.",
      remedy: "Write it above the wider pattern, make it differ from the keyword, or remove it.",
      bad: """
        search:
          pattern: "cari {what:text}"
          reply: Kami cari {what}.
        item:
          pattern: "cari barang {item:word}"
          reply: Kami cari barang {item}.
        """,
      mended: """
        item:
          pattern: "cari barang {item:word}"
          reply: Kami cari barang {item}.
        search:
          pattern: "cari {what:text}"
          reply: Kami cari {what}.
        """),
    .phraseConflict: RuleExplanation(
      .error, .warning,
      finds:
        "The same phrase in two scenarios, as written (an error) or once chat spelling and typos are "
        + "read (a warning).",
      remedy: "Keep it in one of the two.",
      bad: """
        price:
          keywords: [harga]
          reply: Mulai Rp8.000.
        cake:
          keywords: ["Harga?"]
          reply: Mulai Rp185.000.
        """,
      mended: """
        price:
          keywords: [harga]
          reply: Mulai Rp8.000.
        cake:
          keywords: [harga kue]
          reply: Mulai Rp185.000.
        """),
    .severalPhrases: RuleExplanation(
      .error,
      finds: "Several phrases with commas between them that are not in brackets.",
      remedy: "Put them in brackets: `keywords: [halo, hai]`.",
      bad: """
        hello:
          keywords: halo, hai
          reply: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo, hai]
          reply: Halo Kak!
        """),
    .tooManyVariants: RuleExplanation(
      .error,
      finds: "A phrase that synonyms turn into more ways to say it than a bot can hold.",
      remedy: "Use fewer synonyms in one phrase, or fewer words in each.",
      bad: """
        synonyms:
          a: [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11]
        scenarios:
          price:
            keywords: ["@a @a @a"]
            reply: Mulai Rp8.000.
        """,
      mended: """
        synonyms:
          a: [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11]
        scenarios:
          price:
            keywords: ["@a @a"]
            reply: Mulai Rp8.000.
        """),
    .unknownSynonym: RuleExplanation(
      .error,
      finds: "`@name` in a keyword where `synonyms` has no such name.",
      remedy: "Write its words under `synonyms`, or mend the name.",
      bad: """
        synonyms: {price: [harga, biaya]}
        scenarios:
          price:
            keywords: ["@prise"]
            reply: Mulai Rp8.000.
        """,
      mended: """
        synonyms: {price: [harga, biaya]}
        scenarios:
          price:
            keywords: ["@price"]
            reply: Mulai Rp8.000.
        """),
  ]
}
