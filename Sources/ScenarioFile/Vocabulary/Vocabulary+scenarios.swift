extension Vocabulary {
  static let scenario = Place(
    "a scenario", alternatives: ["reply", "steps", "panel"],
    [
      Word("keywords", .texts, "Whole words, next to each other, anywhere in the message."),
      Word("exact", .texts, "Fits only if it is the whole message."),
      Word(
        "pattern", .texts,
        "The shape of a whole message, as `INV-{number:digits 4-8}`; slots are kept by name."),
      Word("interrupt", .choice(["always"]), "With `always`, it starts in the middle of any question, too."),
      Word("examples", .texts, "Messages that `balas check` proves to reach this scenario."),
      Word("never", .texts, "Messages that `balas check` proves not to reach this scenario."),
      Word(
        "type", .choice(["normal", "chat_panel"]),
        "`normal`, or `chat_panel`: from here on the bot is silent and a person answers."),
      Word("panel", .place(panel), "How a chat panel opens, nudges and is released."),
      Word("reply", .reply, "What it answers: a text, a list of texts (several messages), or one file."),
      Word("steps", .steps, "What it does, one step after the other."),
    ])

  /// The words by which a scenario starts by itself.
  static let starts: Set = ["keywords", "exact", "pattern"]

  static let nudge = Place(
    "`nudge`",
    [
      .needed("after", .duration, "How long no person has written."),
      .needed("say", .reply, "What is said to a customer who waits."),
      Word("times", .number(1...100), "How often it is said; once if you say nothing."),
    ])

  static let release = Place(
    "`release`",
    [
      Word("idle", .duration, "Ends the panel when nobody wrote for so long."),
      Word("keywords", .texts, "End the panel where they are the customer's whole message."),
      Word("say", .reply, "What is said when the panel ends."),
      Word("then", .text, "The scenario that follows."),
    ])

  static let panel = Place(
    "`panel`",
    [
      Word("hours", .text, "The name of the opening hours outside of which the panel does not open."),
      Word("opened", .reply, "What is said when the panel opens."),
      Word("closed", .reply, "What is said outside its hours."),
      Word("nudge", .place(nudge), "What is said while the customer waits for a person."),
      Word("release", .place(release), "When the panel ends, and the bot speaks again."),
    ])

  static let fallback = Place(
    "`default`", alternatives: ["reply", "replies"],
    [
      Word("reply", .reply, "What is said every time nothing fits."),
      Word(
        "replies", .list(.reply),
        "What is said the first time nothing fits, the second time in a row, and so on; the last one stays."),
      Word("then", .text, "The scenario for the miss after the last of `replies`."),
      Word("media", .reply, "The answer to a photo, a voice note or a sticker."),
      Word("at_most", .rate, "How many of these answers a customer gets, as `3 per 10m`."),
      Word("quiet", .duration, "How long a second one is held back after the first; 3s if you say nothing."),
    ])

  static let mediaReply = Place(
    "a reply", alternatives: ["image", "document", "audio"],
    [
      Word("image", .text, "A picture of the bot's folder: jpg or png, at most 5 MB."),
      Word("document", .text, "A document of the bot's folder, such as a PDF; at most 100 MB."),
      Word("audio", .text, "A sound of the bot's folder: ogg, opus, mp3, m4a or aac, at most 16 MB."),
      Word(
        "caption", .caption, "The text below it, at most 1024 characters; WhatsApp shows none below audio."),
      Word("name", .text, "The file name the customer sees."),
    ])

  static let textChoice = Place(
    "a text", [.needed("pick", .list(.messages), "One of these texts, not the same twice running.")])

  static let sms = Place(
    "`sms`",
    [
      .needed("name", .text, "The name of the SMS template at the provider."),
      Word("params", .list(.caption), "The texts for its places, in their order."),
    ])
}
