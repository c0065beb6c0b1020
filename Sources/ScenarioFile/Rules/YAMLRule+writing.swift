import StrictYAML

extension YAMLRule {
  /// How YAML is written.
  static let writing: [Self: RuleExplanation] = [
    .alias: RuleExplanation(
      .error,
      finds: "A value that begins with `*`, which is an alias to YAML.",
      remedy: "Put all of the text in quotes.",
      bad: """
        promo:
          keywords: [promo]
          reply: *Promo* hari ini
        """,
      mended: """
        promo:
          keywords: [promo]
          reply: "*Promo* hari ini"
        """),
    .anchor: RuleExplanation(
      .error,
      finds: "A value that begins with `&`, which is an anchor to YAML.",
      remedy: "Put all of the text in quotes.",
      bad: """
        hello:
          keywords: [halo]
          reply: &halo Kak
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: "&halo Kak"
        """),
    .colonInText: RuleExplanation(
      .error,
      finds: "A text with a colon and a space in it that has no quotes.",
      remedy: "Put all of the text in quotes.",
      bad: """
        open:
          keywords: [jam buka]
          reply: Buka: 07.00
        """,
      mended: """
        open:
          keywords: [jam buka]
          reply: "Buka: 07.00"
        """),
    .commentInText: RuleExplanation(
      .error,
      finds: "A text with ` #` in it that has no quotes, so that it ends there.",
      remedy: "Put all of the text in quotes; a comment has a space behind its `#`.",
      bad: """
        ready:
          keywords: [siap]
          reply: Pesanan #5 siap
        """,
      mended: """
        ready:
          keywords: [siap]
          reply: "Pesanan #5 siap"
        """),
    .controlCharacter: RuleExplanation(
      .error,
      finds: "A character that nobody sees.",
      remedy: "Delete it, and type the word again.",
      bad: """
        hello:
          keywords: [halo]
          reply: Halo Kak! # with an invisible character behind it
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: "Halo Kak!"
        """),
    .duplicateKey: RuleExplanation(
      .error,
      finds: "A key that stands twice in one mapping.",
      remedy: "Keep one of the two.",
      bad: """
        hello:
          keywords: [halo]
          keywords: [hai]
          reply: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo, hai]
          reply: Halo Kak!
        """),
    .emptyValue: RuleExplanation(
      .error,
      finds: "A key without a value.",
      remedy: "Write the value behind the colon, or remove the key.",
      bad: """
        hello:
          keywords: [halo]
          reply:
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .encoding: RuleExplanation(
      .error,
      finds: "A file that is no UTF-8 text.",
      remedy: "Save it as UTF-8 in your editor.",
      bad: """
        # a file saved as Windows-1252 or UTF-16
        """,
      mended: """
        # the same file saved as UTF-8
        """),
    .indentation: RuleExplanation(
      .error,
      finds: "A line that begins under no line above, or deeper than it may.",
      remedy: "Let it begin under the line it belongs to; use spaces.",
      bad: """
        hello:
          keywords: [halo]
         reply: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .keyNotText: RuleExplanation(
      .error,
      finds: "A key that is a list or a mapping.",
      remedy: "Put quotes around it if it is text.",
      bad: """
        hello:
          keywords: [halo]
          {reply}: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .missingKey: RuleExplanation(
      .error,
      finds: "A key that has to be there and is not.",
      remedy: "Add it.",
      bad: """
        hello:
          keywords: [halo]
          steps:
            - template: pesanan_siap
              sms: {params: [Budi]}
        """,
      mended: """
        hello:
          keywords: [halo]
          steps:
            - template: pesanan_siap
              sms: {name: pesanan_sms, params: [Budi]}
        """),
    .quotesNeeded: RuleExplanation(
      .error,
      finds: "A text that begins with a sign which means something else to YAML, or is cut at its comma.",
      remedy: "Put all of the text in quotes.",
      bad: """
        hello:
          keywords: [halo]
          reply: {contact.name|Kak}, selamat datang
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: "{contact.name|Kak}, selamat datang"
        """),
    .spaceAfterColon: RuleExplanation(
      .error,
      finds: "A colon without a space behind it.",
      remedy: "Write a space behind the colon.",
      bad: """
        hello:
          keywords: [halo]
          reply:Halo
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo
        """),
    .syntax: RuleExplanation(
      .error,
      finds: "A line that YAML cannot read.",
      remedy:
        "Write `key: value`, or `- ` and an item; text of several lines is indented deeper than its "
        + "key.",
      bad: """
        hello:
          keywords: [halo]
          reply: Halo
          Kak!
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: |
            Halo
            Kak!
        """),
    .tab: RuleExplanation(
      .error,
      finds: "A tab in the indentation.",
      remedy: "Use spaces; most editors can do so for `.yaml` files.",
      bad: """
        hello:
        \treply: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .tag: RuleExplanation(
      .error,
      finds: "A value that begins with `!`, which is a tag to YAML.",
      remedy: "Put all of the text in quotes.",
      bad: """
        hello:
          keywords: [halo]
          reply: !ayo pesan
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: "!ayo pesan"
        """),
    .textAfterQuote: RuleExplanation(
      .error,
      finds: "Text behind a closing quote.",
      remedy: "Put all of the text in one pair of quotes.",
      bad: """
        hello:
          keywords: [halo]
          reply: "Halo" Kak
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: "Halo Kak"
        """),
    .tooBig: RuleExplanation(
      .error,
      finds: "A file that is bigger than is read.",
      remedy: "Split it into several files, and name them under `include`.",
      bad: """
        # one file of more than 1 MB
        """,
      mended: """
        include: [faq.yaml]
        """),
    .tooDeep: RuleExplanation(
      .error,
      finds: "Lists and mappings too deep in each other.",
      remedy: "Write fewer of them in each other: steps can stand in a scenario of their own.",
      bad: """
        # steps in options in steps in options …
        """,
      mended: """
        # a scenario of its own for the inner steps
        """),
    .tooManyValues: RuleExplanation(
      .error,
      finds: "More values in one file than are read.",
      remedy: "Split it into several files, and name them under `include`.",
      bad: """
        # one file with more than 100,000 values
        """,
      mended: """
        include: [faq.yaml]
        """),
    .twoDocuments: RuleExplanation(
      .error,
      finds: "A line `---`, behind which a second document begins.",
      remedy: "Remove the line; several files stand under `include`.",
      bad: """
        hello: {keywords: [halo], reply: Halo Kak!}
        ---
        bye: {keywords: [dadah], reply: Dadah!}
        """,
      mended: """
        hello: {keywords: [halo], reply: Halo Kak!}
        bye: {keywords: [dadah], reply: Dadah!}
        """),
    .unclosed: RuleExplanation(
      .error, .warning,
      finds: "A quote or bracket that is not closed, or perhaps closed too late.",
      remedy: "Close it.",
      bad: """
        hello:
          keywords: [halo
          reply: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .unknownKey: RuleExplanation(
      .error,
      finds: "A key that means nothing at its place.",
      remedy: "Mend it: the nearest word is proposed, and the manual has all of them.",
      bad: """
        hello:
          keyword: [halo]
          reply: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .wrongKind: RuleExplanation(
      .error,
      finds: "A text where a list or mapping is taken, or the other way round.",
      remedy: "Write what is expected there, as the message says.",
      bad: """
        hello:
          keywords: {halo: hai}
          reply: Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo, hai]
          reply: Halo Kak!
        """),
    .wrongValue: RuleExplanation(
      .error,
      finds: "A value that its key does not take.",
      remedy: "Write one that it takes, as the message says.",
      bad: """
        bot: {session: 2 jam}
        """,
      mended: """
        bot: {session: 2h}
        """),
  ]
}
