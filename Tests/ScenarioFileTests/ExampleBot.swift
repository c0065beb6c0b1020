import Foundation

/// A bot that uses all that works.
enum ExampleBot {
  static let files = [
    "bot.yaml": """
    bot: {name: Toko Kecil, timezone: Asia/Makassar}
    include: [scenarios/*.yaml, texts.yaml]
    vars:
      year: 2026
    scenarios:
      hello:
        type: normal
        keywords: [halo, selamat pagi]
        reply: $hello
      catalog:
        keywords: [katalog, brosur]
        exact: [1]
        steps:
          - document: files/katalog-{year}.pdf
            name: Katalog {year}
            caption: $catalog.caption
          - say: [$catalog.after, "Telepon {phone}, {contact.name|Kak} {{"]
          - goto: hello
      voice:
        keywords: [suara]
        reply: {audio: files/salam.ogg}
      bye:
        keywords: dadah
        steps:
          - say: $bye
          - end: session
    default:
      replies:
        - Maaf, saya belum mengerti.
        - ["Masih belum mengerti.", "Ketik HALO."]
      media: Maaf, saya hanya bisa membaca teks.

    """,
    "texts.yaml": """
    vars:
      phone: 021-555
    texts:
      hello: "Halo {contact.name|Kak}! 👋 Dari {bot.name}, {contact.number}, {message.text}, {lang}, {now}"
      bye: Sampai jumpa
      catalog.caption: "Katalog {year}"
      catalog.after: Ketik PESAN untuk memesan.

    """,
    "scenarios/faq.yaml": """
    scenarios:
      address:
        keywords: [alamat]
        reply:
          - |
            Baris satu #1
            Baris *dua*: {phone}
          - $bye
      photo:
        keywords: [foto toko, "lokasi?"]
        steps:
          - image: files/toko.png
            caption: Toko kami
          - end

    """,
    "ignored.test.yaml": "tests: {}\n",
  ]

  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(files)
    try folder.write(Data("%PDF-1.4\n".utf8), to: "files/katalog-2026.pdf")
    try folder.write(Data("OggS\0\u{2}".utf8), to: "files/salam.ogg")
    try folder.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), to: "files/toko.png")
    return folder
  }
}
