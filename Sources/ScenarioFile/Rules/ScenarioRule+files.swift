import StrictYAML

extension ScenarioRule {
  /// The files of a bot.
  static let files: [Self: RuleExplanation] = [
    .botTooBig: RuleExplanation(
      .error,
      finds: "A bot whose files are bigger together than is read.",
      remedy: "Remove what it does not need, or make two bots of it.",
      bad: """
        include: ["**/*.yaml"]
        """,
      mended: """
        include: [faq.yaml]
        """),
    .emptyFile: RuleExplanation(
      .error, .warning,
      finds: "A file without anything in it: an error if it is `bot.yaml`, else a warning.",
      remedy: "Write something into it, or do not include it.",
      bad: """
        include: [empty.yaml]
        """,
      mended: """
        scenarios: {}
        """),
    .fileMissing: RuleExplanation(
      .error,
      finds: "A file under `include` that is not in the bot's folder.",
      remedy: "Mend its path: it is written from the folder of `bot.yaml`.",
      bad: """
        include: [faqs.yaml]
        """,
      mended: """
        include: [faq.yaml]
        """),
    .fileOutside: RuleExplanation(
      .error,
      finds: "A file under `include` that is not inside the bot's folder.",
      remedy: "Copy it into the bot's folder, and write the path from there.",
      bad: """
        include: [../faq.yaml]
        """,
      mended: """
        include: [faq.yaml]
        """),
    .fileUnreadable: RuleExplanation(
      .error,
      finds: "A file under `include` that is there and cannot be read.",
      remedy: "See that it is a file, and that balas may read it.",
      bad: """
        include: [folder.yaml]
        """,
      mended: """
        include: [faq.yaml]
        """),
    .includeEmpty: RuleExplanation(
      .warning,
      finds: "A path with `*` under `include` that no file fits.",
      remedy: "Mend it: `*` stands for a part of a name, `**` for any folders.",
      bad: """
        include: [scenario/*.yaml]
        """,
      mended: """
        include: [faq.yaml]
        """),
    .includeNested: RuleExplanation(
      .error,
      finds: "`include` in a file that is included itself.",
      remedy: "Name all files under `include` in `bot.yaml`.",
      bad: """
        # faq.yaml, which bot.yaml includes
        include: [more.yaml]
        """,
      mended: """
        # bot.yaml
        include: [faq.yaml, more.yaml]
        """),
    .includeTwice: RuleExplanation(
      .warning,
      finds: "A file that is included twice; it is read once, at its first place.",
      remedy: "Remove one of the two.",
      bad: """
        include: [faq.yaml, faq.yaml]
        """,
      mended: """
        include: [faq.yaml]
        """),
    .noBot: RuleExplanation(
      .error,
      finds: "A folder without a `bot.yaml`.",
      remedy: "Every bot begins with a file of exactly that name.",
      bad: """
        # mybot/bot.yml
        """,
      mended: """
        # mybot/bot.yaml
        """),
    .tooManyScenarios: RuleExplanation(
      .error,
      finds: "More scenarios than a bot may have.",
      remedy: "Remove what it does not need, or make two bots of it.",
      bad: """
        scenarios:
          # … and so on, thousands of them
        """,
      mended: """
        scenarios: {}
        """),
  ]
}
