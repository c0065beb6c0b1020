import StrictYAML

extension TranscriptRule {
  /// Tests of a bot.
  static let tests: [Self: RuleExplanation] = [
    .callAnswer: RuleExplanation(
      .error,
      finds: "An answer of a service under `calls` that is none.",
      remedy: "Write a body, `timeout`, `unreachable`, a status such as `503`, or a list of these.",
      bad: """
        tests:
          an order:
            calls: {POST https://erp.example.co.id/orders: []}
            talk: |
              user: pesan
        """,
      mended: """
        tests:
          an order:
            calls: {POST https://erp.example.co.id/orders: {id: INV-1}}
            talk: |
              user: pesan
        """),
    .callKey: RuleExplanation(
      .error,
      finds: "A key under `calls` that is no method and address.",
      remedy: "Write both: `POST https://erp.example.co.id/orders`.",
      bad: """
        tests:
          an order:
            calls: {orders: {id: INV-1}}
            talk: |
              user: pesan
        """,
      mended: """
        tests:
          an order:
            calls: {POST https://erp.example.co.id/orders: {id: INV-1}}
            talk: |
              user: pesan
        """),
    .emptyTalk: RuleExplanation(
      .error,
      finds: "A talk without lines.",
      remedy: "Write a line for each message: `user: …` and `bot: …`.",
      bad: """
        tests:
          hello:
            talk: |
              # later
        """,
      mended: """
        tests:
          hello:
            talk: |
              user: halo
        """),
    .lineValue: RuleExplanation(
      .error,
      finds: "A line of a talk whose value means nothing.",
      remedy: "Write it as the message shows.",
      bad: """
        tests:
          hello:
            talk: |
              wait: soon
        """,
      mended: """
        tests:
          hello:
            talk: |
              wait: 2h
        """),
    .lineWord: RuleExplanation(
      .error,
      finds: "A line of a talk that begins with no word of a talk.",
      remedy: "Begin it with `user:`, `bot:` or another word of the manual's table.",
      bad: """
        tests:
          hello:
            talk: |
              usr: halo
        """,
      mended: """
        tests:
          hello:
            talk: |
              user: halo
        """),
    .name: RuleExplanation(
      .error,
      finds: "A variable under `start` with a name that cannot be one.",
      remedy: "Use small letters, digits, `_` and `.`, beginning with a letter.",
      bad: """
        tests:
          an order:
            start: {scenario: order, vars: {Nama Kakak: Budi}}
            talk: |
              user: pesan
        """,
      mended: """
        tests:
          an order:
            start: {scenario: order, vars: {nama: Budi}}
            talk: |
              user: pesan
        """),
    .noTests: RuleExplanation(
      .error,
      finds: "A test file without a test.",
      remedy: "Write one under `tests`, or remove the file.",
      bad: """
        tests: {}
        """,
      mended: """
        tests:
          hello:
            talk: |
              user: halo
        """),
    .talkForm: RuleExplanation(
      .error,
      finds: "A talk that is no block of lines.",
      remedy: "Write `talk: |` and the lines below it, indented.",
      bad: """
        tests:
          hello:
            talk: "user: halo"
        """,
      mended: """
        tests:
          hello:
            talk: |
              user: halo
        """),
    .testUnreadable: RuleExplanation(
      .error,
      finds: "A test file that is there and cannot be read.",
      remedy: "See that it is a file, and that balas may read it.",
      bad: """
        # folder.test.yaml is a folder
        """,
      mended: """
        # folder.test.yaml is a file
        """),
    .unknownLanguage: RuleExplanation(
      .error,
      finds: "A test in a language that the bot does not speak.",
      remedy: "Write one of the bot's languages.",
      bad: """
        tests:
          hello:
            language: fr
            talk: |
              user: halo
        """,
      mended: """
        tests:
          hello:
            language: id
            talk: |
              user: halo
        """),
    .unknownStart: RuleExplanation(
      .error,
      finds: "A test that begins in a scenario which does not exist.",
      remedy: "Mend the name.",
      bad: """
        tests:
          hello:
            start: {scenario: helo}
            talk: |
              user: halo
        """,
      mended: """
        tests:
          hello:
            start: {scenario: hello}
            talk: |
              user: halo
        """),
  ]
}
