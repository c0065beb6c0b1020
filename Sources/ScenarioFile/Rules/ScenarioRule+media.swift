import StrictYAML

extension ScenarioRule {
  /// Pictures, documents and voice.
  static let media: [Self: RuleExplanation] = [
    .audioCaption: RuleExplanation(
      .error,
      finds: "A caption at an audio, which WhatsApp does not show.",
      remedy: "Say it in a text before or after.",
      bad: """
        voice:
          keywords: [suara]
          reply: {audio: files/salam.ogg, caption: Salam dari kami}
        """,
      mended: """
        voice:
          keywords: [suara]
          steps:
            - say: Salam dari kami
            - audio: files/salam.ogg
        """),
    .captionNotOneText: RuleExplanation(
      .error,
      finds: "A list of texts where one text is taken.",
      remedy: "Write one text; say the rest in texts of their own.",
      bad: """
        cake:
          keywords: [kue]
          reply: {image: files/kue-ulang-tahun.jpg, caption: [Kue, Rp185.000]}
        """,
      mended: """
        cake:
          keywords: [kue]
          reply: {image: files/kue-ulang-tahun.jpg, caption: "Kue, Rp185.000"}
        """),
    .mediaContent: RuleExplanation(
      .error,
      finds: "A file that is not what its name says.",
      remedy: "Save it again in the format of its name, or give it the ending of what it is.",
      bad: """
        cake:
          keywords: [kue]
          reply: {image: files/kue.jpg} # which is a PNG image
        """,
      mended: """
        cake:
          keywords: [kue]
          reply: {image: files/kue.png}
        """),
    .mediaEmpty: RuleExplanation(
      .error,
      finds: "A file without content.",
      remedy: "Copy the file again.",
      bad: """
        list:
          keywords: [katalog]
          reply: {document: files/kosong.pdf}
        """,
      mended: """
        list:
          keywords: [katalog]
          reply: {document: files/daftar-harga.pdf}
        """),
    .mediaMissing: RuleExplanation(
      .error,
      finds: "A file that is not in the bot's folder.",
      remedy: "Copy it there, or mend its path: small and capital letters must be the same.",
      bad: """
        list:
          keywords: [katalog]
          reply: {document: files/Daftar-Harga.pdf}
        """,
      mended: """
        list:
          keywords: [katalog]
          reply: {document: files/daftar-harga.pdf}
        """),
    .mediaName: RuleExplanation(
      .error,
      finds: "A `name` that does not suit the file a customer gets.",
      remedy: "Give it the ending of the file, or none, and no slashes.",
      bad: """
        list:
          keywords: [katalog]
          reply: {document: files/daftar-harga.pdf, name: Harga.docx}
        """,
      mended: """
        list:
          keywords: [katalog]
          reply: {document: files/daftar-harga.pdf, name: Harga.pdf}
        """),
    .mediaOutside: RuleExplanation(
      .error,
      finds: "A file that is not inside the bot's folder.",
      remedy: "Copy it into the bot's folder, and write the path from there.",
      bad: """
        list:
          keywords: [katalog]
          reply: {document: ../daftar-harga.pdf}
        """,
      mended: """
        list:
          keywords: [katalog]
          reply: {document: files/daftar-harga.pdf}
        """),
    .mediaPath: RuleExplanation(
      .error,
      finds: "A path that cannot be read, or that uses what is known only in a talk.",
      remedy: "Write one path; between its braces may stand what `vars` holds.",
      bad: """
        list:
          keywords: [katalog]
          reply: {document: "files/{contact.name}.pdf"}
        """,
      mended: """
        vars: {list: daftar-harga}
        scenarios:
          list:
            keywords: [katalog]
            reply: {document: "files/{list}.pdf"}
        """),
    .mediaSize: RuleExplanation(
      .error,
      finds: "A file that is bigger than WhatsApp takes.",
      remedy: "Make it smaller: an image has at most 5 MB, an audio 16 MB, a document 100 MB.",
      bad: """
        cake:
          keywords: [kue]
          reply: {image: files/kue-12-mb.jpg}
        """,
      mended: """
        cake:
          keywords: [kue]
          reply: {image: files/kue-ulang-tahun.jpg}
        """),
    .mediaType: RuleExplanation(
      .error,
      finds: "A file that cannot be sent as what it is sent as.",
      remedy: "Send it with `image`, `document` or `audio`, whichever takes files with its ending.",
      bad: """
        list:
          keywords: [katalog]
          reply: {image: files/daftar-harga.pdf}
        """,
      mended: """
        list:
          keywords: [katalog]
          reply: {document: files/daftar-harga.pdf}
        """),
    .mediaUnreadable: RuleExplanation(
      .error,
      finds: "A file that is there and cannot be read.",
      remedy: "See that it is a file, and that balas may read it.",
      bad: """
        list:
          keywords: [katalog]
          reply: {document: files/folder.pdf}
        """,
      mended: """
        list:
          keywords: [katalog]
          reply: {document: files/daftar-harga.pdf}
        """),
  ]
}
