extension Vocabulary {
  /// The words of each step, its verb first.
  static let steps: [Place] = [
    Place(
      "a step `say`",
      [.needed("say", .messages, "Says a text, or each of a list of texts as a message of its own.")]
        + sending),
    Place(
      "a step `image`",
      [.needed("image", .text, "Sends a picture of the bot's folder: jpg or png, at most 5 MB.")] + medium
    ),
    Place(
      "a step `document`",
      [.needed("document", .text, "Sends a document of the bot's folder, such as a PDF; at most 100 MB.")]
        + medium),
    Place(
      "a step `audio`",
      [
        .needed(
          "audio", .text, "Sends a sound of the bot's folder: ogg, opus, mp3, m4a or aac, at most 16 MB.")
      ] + medium),
    Place(
      "a step `goto`",
      [.needed("goto", .text, "Goes on in another scenario and does not come back.")]),
    Place(
      "a step `end`",
      [
        .needed(
          "end", .optional(.choice(["scenario", "session"])),
          "Ends this scenario; `end: session` ends the session and forgets.")
      ]),
    Place(
      "a step `ask`",
      [
        .needed("ask", .messages, "Asks, and goes on with the customer's answer."),
        Word(
          "expect", .text,
          "What is an answer: `text 2-60`, `number 1-100`, `digits 16`, `phone`, `email`, `date future`, `time`, "
            + "`yes-no`, `one of [a, b]`, `pattern …` or `media`."),
      ] + question),
    Place(
      "a step `menu`",
      [
        .needed(
          "menu", .messages, "Asks with numbered options, listed below the text or where it says `{options}`."
        ),
        .needed(
          "options", .options,
          "What can be chosen: a label, which goes on with the next step, or `label: scenario`, or a label with steps."
        ),
      ] + question),
    Place(
      "a step `set`",
      [
        .needed(
          "set", .named(.optional(.caption)),
          "Remembers values by name; an empty one forgets; what begins with `contact.` is kept with the customer."
        )
      ]),
    Place(
      "a step `if`",
      [
        .needed(
          "if", .text,
          "Chooses by a condition: `is set`, `is`, `<`, `>`, `in [a, b]`, `and`, `or`, `not`, `hours.NAME is open`."
        ),
        .needed("then", .steps, "The steps where the condition holds."),
        Word("else", .steps, "The steps where the condition does not hold."),
      ]),
    Place(
      "a step `call`",
      [
        .needed(
          "call", .text, "Asks a service: the method, the service and the path, as `GET erp/orders/{number}`."
        ),
        Word("send", .json, "What is sent to the service, as JSON."),
        Word("headers", .named(.text), "HTTP headers of this call; `{secret.name}` is kept by the operator."),
        Word("timeout", .duration, "How long the answer is waited for; 10s if you say nothing, at most 60s."),
        Word("save", .text, "The name under which the answer is kept: `{order.status}`."),
        Word(
          "failed", .handler,
          "What is done when the service does not answer well; needed here or at the service."),
        ownName,
      ]),
    Place(
      "a step `visit`",
      [
        .needed("visit", .text, "Does another scenario to its end and comes back; at most three deep."),
        ownName,
      ]),
    Place(
      "a step `template`",
      [
        .needed(
          "template", .text, "Sends a message template of the provider, which may go out after a day, too."),
        Word("params", .list(.caption), "The texts for `{{1}}`, `{{2}}`, … of the template, in their order."),
        Word("sms", .place(sms), "The SMS template that may go out instead, by its rule at the provider."),
      ] + sending),
    Place(
      "a step `opt_out`",
      [.needed("opt_out", .text, "Notes that the customer wants no more messages of a kind, as `marketing`.")]
    ),
  ]

  private static let ownName = Word(
    "as", .text, "A name of its own for this step, so that customers stay at it when you change it.")

  private static let sending = [
    Word("expires", .duration, "How long the message is of use; what has not left by then is dropped."),
    Word("not_sent", .handler, "What is done if the message does not reach the customer."),
  ]

  private static let medium =
    [
      Word(
        "caption", .caption, "The text below it, at most 1024 characters; WhatsApp shows none below audio."),
      Word("name", .text, "The file name the customer sees."),
    ] + sending

  private static let question = [
    Word("save", .text, "The name under which the answer is kept: `save: name` for `{name}`."),
    Word("retry", .messages, "Said after what is no answer; without it the question comes again."),
    Word("tries", .number(1...100), "After so many wrong answers `on_fail` is done."),
    Word("on_fail", .handler, "What is done after the last of the `tries`: a scenario, or steps."),
    Word("timeout", .duration, "How long the question waits; else `idle` under `bot`, else 30 minutes."),
    Word("on_timeout", .handler, "What is done when nobody answered in time: a scenario, or steps."),
    Word(
      "leave", .choice(["keywords"]),
      "With `keywords`, every keyword that is the whole message leaves the question."),
    ownName,
  ]
}
