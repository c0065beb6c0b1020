import StrictYAML

extension ScenarioRule {
  /// Names, and what they stand for.
  static let names: [Self: RuleExplanation] = [
    .duplicateName: RuleExplanation(
      .error, .warning,
      finds: "A name that is declared twice.",
      remedy: "Give one of the two another name.",
      bad: """
        scenarios:
          ask:
            keywords: [tanya]
            steps:
              - say: Halo
                as: first
              - say: Hai
                as: first
        """,
      mended: """
        scenarios:
          ask:
            keywords: [tanya]
            steps:
              - say: Halo
              - say: Hai
        """),
    .name: RuleExplanation(
      .error,
      finds: "A name that cannot be one, or that is the engine's own.",
      remedy: "Use small letters, digits and `_`, beginning with a letter.",
      bad: """
        vars:
          Nama Toko: Roti Bu Sari
        """,
      mended: """
        vars:
          nama_toko: Roti Bu Sari
        """),
    .unknownHours: RuleExplanation(
      .error,
      finds: "Opening hours that `hours` does not have.",
      remedy: "Write them under `hours`, or mend the name.",
      bad: """
        bot: {hours: shops, closed: Tutup.}
        hours:
          shop: {mon-fri: 08:00-17:00}
        """,
      mended: """
        bot: {hours: shop, closed: Tutup.}
        hours:
          shop: {mon-fri: 08:00-17:00}
        """),
    .unknownLanguage: RuleExplanation(
      .error,
      finds: "A language that the bot does not speak.",
      remedy: "Write it under `bot: {languages: [id, en]}`, or mend its two letters.",
      bad: """
        hello:
          keywords: [halo]
          reply: {id: Halo Kak!, en: Hello!}
        """,
      mended: """
        bot: {languages: [id, en]}
        scenarios:
          hello:
            keywords: [halo]
            reply: {id: Halo Kak!, en: Hello!}
        """),
    .unknownScenario: RuleExplanation(
      .error,
      finds: "A scenario that is led to and does not exist.",
      remedy: "Write the scenario, or mend the name.",
      bad: """
        hello:
          keywords: [halo]
          steps:
            - goto: menuu
        menu:
          exact: [menu]
          reply: Ketik HARGA.
        """,
      mended: """
        hello:
          keywords: [halo]
          steps:
            - goto: menu
        menu:
          exact: [menu]
          reply: Ketik HARGA.
        """),
    .unknownService: RuleExplanation(
      .error,
      finds: "A `call` to a service that `services` does not have.",
      remedy: "Write it under `services`, or mend the name.",
      bad: """
        services: {erp: {base: https://erp.example.co.id}}
        scenarios:
          stock:
            keywords: [stok]
            steps:
              - call: GET epr/stock
                failed: [{say: Sistem sedang gangguan.}]
        """,
      mended: """
        services: {erp: {base: https://erp.example.co.id}}
        scenarios:
          stock:
            keywords: [stok]
            steps:
              - call: GET erp/stock
                failed: [{say: Sistem sedang gangguan.}]
        """),
    .unknownText: RuleExplanation(
      .error,
      finds: "`$key` where `texts` has no such key.",
      remedy: "Write the text under `texts`, or mend the key.",
      bad: """
        texts: {closing: Ada lagi?}
        scenarios:
          hello:
            keywords: [halo]
            reply: [Halo Kak!, $closin]
        """,
      mended: """
        texts: {closing: Ada lagi?}
        scenarios:
          hello:
            keywords: [halo]
            reply: [Halo Kak!, $closing]
        """),
    .unknownVariable: RuleExplanation(
      .error,
      finds: "`{name}` in a text where nothing in the bot sets that name.",
      remedy: "Set it with `save`, `set` or under `vars`, or mend the name; a brace itself is written `{{`.",
      bad: """
        vars: {phone: 022-555-0118}
        scenarios:
          contact:
            keywords: [telepon]
            reply: "Telepon kami di {phon}."
        """,
      mended: """
        vars: {phone: 022-555-0118}
        scenarios:
          contact:
            keywords: [telepon]
            reply: "Telepon kami di {phone}."
        """),
    .unusedAllow: RuleExplanation(
      .warning,
      finds: "A comment `# balas: allow RULE` that silences nothing, or names a rule that does not exist.",
      remedy:
        "Remove it, mend the name, or move it to the line of the warning or alone above it; errors "
        + "cannot be allowed.",
      bad: """
        hello:
          keywords: [halo]
          reply: Halo Kak! # balas: allow long-turn
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .unusedText: RuleExplanation(
      .warning,
      finds: "A text under `texts` that nothing uses.",
      remedy: "Write `$key` where it shall be said, or remove it.",
      bad: """
        texts: {closing: Ada lagi?}
        scenarios:
          hello:
            keywords: [halo]
            reply: Halo Kak!
        """,
      mended: """
        texts: {closing: Ada lagi?}
        scenarios:
          hello:
            keywords: [halo]
            reply: [Halo Kak!, $closing]
        """),
  ]
}
