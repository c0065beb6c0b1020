@testable import balas

/// What beginners do to the bot of `balas new`: each with what stands there, and what they write instead.
struct BeginnerMistake: Sendable, CustomStringConvertible {
  var name: String
  var right: String
  var wrong: String
  var language: StarterBot.Language

  init(_ name: String, _ right: String, _ wrong: String, in language: StarterBot.Language = .indonesian) {
    (self.name, self.right, self.wrong, self.language) = (name, right, wrong, language)
  }

  var description: String { name }

  static let all: [Self] = [
    Self(
      "a scenario indented too far", "  menu:\n    exact",
      "   menu:\n    exact"),
    Self(
      "a key indented too little", "    reply: Kami buka",
      "   reply: Kami buka"),
    Self(
      "a step's second line indented too little", "        save: nama\n",
      "      save: nama\n"),
    Self(
      "a step's second line indented too far", "        save: nama\n",
      "         save: nama\n"),
    Self(
      "the colon of a scenario is missing", "  jam_buka:\n",
      "  jam_buka\n"),
    Self(
      "the colon of a key is missing", "keywords: [jam buka",
      "keywords [jam buka"),
    Self(
      "no blank behind a colon", "keywords: [jam buka",
      "keywords:[jam buka"),
    Self(
      "a closing quote is missing", "MENU.\"\nscenarios",
      "MENU.\nscenarios"),
    Self(
      "an opening quote is missing", "reply: \"Halo!",
      "reply: Halo!"),
    Self(
      "a closing bracket is missing", "[pesan, order]",
      "[pesan, order"),
    Self(
      "a tab as indentation", "    reply: Kami buka",
      "\treply: Kami buka"),
    Self(
      "a tab behind the dash", "      - say: \"Baik",
      "      -\tsay: \"Baik"),
    Self(
      "keyword for keywords", "keywords: [jam buka",
      "keyword: [jam buka"),
    Self(
      "an Indonesian key", "keywords: [jam buka",
      "kata_kunci: [jam buka"),
    Self(
      "smart quotes around a text", "\"Silakan pilih:\"",
      "“Silakan pilih:”"),
    Self(
      "a smart quote on one side", "\"Halo! Ada yang bisa kami bantu? Ketik MENU.\"",
      "“Halo! Ada yang bisa kami bantu? Ketik MENU.\""),
    Self(
      "smart single quotes", "\"Mau pesan berapa, {nama}?\"",
      "‘Mau pesan berapa, {nama}?’"),
    Self(
      "a full-width colon", "keywords: [jam buka",
      "keywords： [jam buka"),
    Self(
      "a full-width comma", "[jam buka, buka jam berapa]",
      "[jam buka， buka jam berapa]"),
    Self(
      "no-break spaces as indentation", "    reply: Kami buka",
      "\u{A0}\u{A0}\u{A0}\u{A0}reply: Kami buka"),
    Self(
      "a no-break space behind a colon", "reply: Kami buka",
      "reply:\u{A0}Kami buka"),
    Self(
      "the dash of an option is missing", "          - Jam buka: jam_buka\n",
      "          Jam buka: jam_buka\n"),
    Self(
      "the dash of a step is missing", "      - say: \"Baik",
      "      say: \"Baik"),
    Self(
      "an option's scenario misspelt", "Jam buka: jam_buka",
      "Jam buka: jam_bka"),
    Self(
      "two scenarios of one name", "  batal:\n",
      "  menu:\n"),
    Self(
      "a text with a number sign", "reply: Kami buka Senin",
      "reply: Kami buka di Ruko #5 Senin"),
    Self(
      "a brace that is not closed", "berapa, {nama}?",
      "berapa, {nama?"),
    Self(
      "a brace that is not closed at the end",
      "- say: \"Baik {nama}, {jumlah} buah. Sebentar kami pastikan.\"",
      "- say: \"Baik {nama}, buah {jumlah\""),
    Self(
      "double braces", "berapa, {nama}?",
      "berapa, {{nama}}?"),
    Self(
      "a name in capitals", "berapa, {nama}?",
      "berapa, {Nama}?"),
    Self(
      "a misspelt variable", "berapa, {nama}?",
      "berapa, {nma}?"),
    Self(
      "expect in Indonesian", "expect: number 1-100",
      "expect: angka"),
    Self(
      "expect with the wrong form", "expect: number 1-100",
      "expect: number 1 sampai 100"),
    Self(
      "a duration in Indonesian", "timeout: 10m",
      "timeout: 10 menit"),
    Self(
      "a duration without unit", "timeout: 10m",
      "timeout: 10"),
    Self(
      "a list for a scenario", "on_fail: cs ",
      "on_fail: [cs] "),
    Self(
      "reply beside steps", "    exact: [menu, 0] ",
      "    reply: Ini menunya\n    exact: [menu, 0] "),
    Self(
      "keywords without brackets", "keywords: [jam buka, buka jam berapa]",
      "keywords: jam buka, buka jam berapa"),
    Self(
      "a keyword of nothing but an emoji", "keywords: [jam buka,",
      "keywords: [👋, jam buka,"),
    Self(
      "a number as a keyword", "keywords: [pesan, order]",
      "keywords: [1, pesan, order]"),
    Self(
      "the same keyword in two scenarios", "keywords: [pesan, order]",
      "keywords: [pesan, Jam Buka!]"),
    Self(
      "a list where a map is expected", "    panel:\n      hours: kantor\n      opened",
      "    panel:\n      - hours: kantor\n        opened"),
    Self(
      "scenarios as a list", "scenarios:\n  salam:",
      "scenarios:\n  - salam:"),
    Self(
      "the default deleted", "default:\n  reply: \"Maaf, saya belum mengerti. Ketik MENU.\"\n",
      ""),
    Self(
      "a long dash for a dash", "          - Pesan: pesan",
      "          – Pesan: pesan"),
    Self(
      "a bullet for a dash", "      - say: \"Baik",
      "      • say: \"Baik"),
    Self(
      "a text beginning with a star", "reply: Baik, tidak jadi. Ketik",
      "reply: *Baik*, tidak jadi. Ketik"),
    Self(
      "a text beginning with a brace", "- ask: Boleh tahu nama Kakak?",
      "- ask: {contact.name|Kak}, siapa namanya?"),
    Self(
      "a text with a colon", "reply: Kami buka Senin",
      "reply: Jam: buka Senin"),
    Self(
      "steps without steps", "    steps:\n      - menu:",
      "    - menu:"),
    Self(
      "goto a scenario that was renamed", "  cs:\n    type",
      "  petugas:\n    type"),
    Self(
      "quotes inside quotes", "say: \"Mohon maaf, masih antre ya, Kak.\"",
      "say: \"Mohon \"maaf\", masih antre ya, Kak.\""),
    Self(
      "capitals in a key", "keywords: [jam buka",
      "Keywords: [jam buka"),
    Self(
      "yes for always", "interrupt: always\n    reply",
      "interrupt: yes\n    reply"),
    Self(
      "type with a blank", "type: chat_panel",
      "type: chat panel"),
    Self(
      "a text under a scenario's name",
      "  jam_buka:\n    keywords: [jam buka, buka jam berapa]\n    reply: Kami",
      "  jam_buka: Kami"),
    Self(
      "an apostrophe in single quotes", "reply: Baik, tidak jadi. Ketik MENU kapan saja.",
      "reply: 'Jum'at kami tutup.'"),
    Self(
      "a second line of a text not indented", "reply: Kami buka Senin sampai Jumat, ",
      "reply: Kami buka Senin sampai Jumat,\n"),
    Self(
      "a zero-width space before a key", "    reply: Kami buka",
      "    \u{200B}reply: Kami buka"),
    Self(
      "an unknown timezone", "Asia/Jakarta",
      "WIB"),
    Self(
      "a comma for a colon", "      - ask: Boleh tahu",
      "      - ask, Boleh tahu"),
    Self(
      "an equals sign for a colon", "        save: nama\n",
      "        save = nama\n"),
    Self(
      "a semicolon at the end of the line", "        save: nama\n",
      "        save: nama;\n"),
    Self(
      "a picture under the wrong word", "reply: Kami buka Senin sampai Jumat",
      "reply: {gambar: toko.jpg, caption: Senin sampai Jumat} # "),
    Self(
      "wrong capitals of a file", "reply: Kami buka Senin sampai Jumat",
      "reply: {image: Toko.JPG} # "),
    Self(
      "a png called jpg", "reply: Kami buka Senin sampai Jumat",
      "reply: {image: palsu.jpg} # "),
    Self(
      "an English text with an apostrophe in single quotes",
      "reply: We are open Monday to Friday, 8 am to 5 pm.",
      "reply: 'We're open Monday to Friday.'", in: .english),
    Self(
      "a time with a colon in a text", "reply: We are open Monday to Friday, 8 am to 5 pm.",
      "reply: Open: Monday to Friday", in: .english),
    Self(
      "a step's verb misspelt", "      - say: \"Thank you",
      "      - sya: \"Thank you", in: .english),
    Self(
      "an unknown step", "      - say: \"Thank you",
      "      - send: \"Thank you", in: .english),
    Self(
      "a duration in English words", "idle: 2h",
      "idle: 2 hours", in: .english),
    Self(
      "hours that are no times", "mon-fri: 08:00-17:00",
      "mon-fri: 8am-5pm", in: .english),
    Self(
      "an unknown weekday", "mon-fri: 08:00-17:00",
      "workdays: 08:00-17:00", in: .english),
    Self(
      "a language that is none", "languages: [en]",
      "languages: [english]", in: .english),
    Self(
      "a question without its text", "- ask: What is your name?",
      "- ask:", in: .english),
    Self(
      "text beside a list", "    keywords: [order, buy]",
      "    keywords: [order], buy", in: .english),
    Self(
      "a block text without its bar", "reply: We are open Monday to Friday, 8 am to 5 pm.",
      "reply:\n      Open Monday.\n      Closed: Sunday.", in: .english),
  ]

  /// What looks like a mistake, and is none.
  static let harmless: [Self] = [
    Self("hours with dots", "08:00-17:00", "08.00-17.00"),
    Self("weekdays in Indonesian", "mon-fri:", "senin-jumat:"),
    Self("a byte order mark", "# Bot pertama", "\u{FEFF}# Bot pertama"),
    Self("a tab behind a colon", "keywords: [jam buka", "keywords:\t[jam buka"),
    Self("a key in quotes", "- ask: \"Mau pesan berapa, {nama}?\"", "- \"ask\": Mau pesan berapa, {nama}?"),
    Self("a blank in a scenario's name", "jam_buka:\n", "jam_buka : \n"),
  ]
}
