import Rehearsal
import StrictYAML
import Testing

/// Rules of the language where several of its words meet.
@Suite struct RuleTests {
  private func expect(_ talk: String, setup: String = "", of bot: String) throws {
    let result = try ShopFolder.run(talk, setup: setup, bot: bot + Self.end)
    #expect(result.isPassed, "\(result.failures)")
  }

  private static let end = """

      batal:
        exact: [batal, cancel]
        interrupt: always
        reply: Baik.
    default:
      reply: Maaf.
    """

  @Test(
    "what is done for a message that did not arrive leaves the open question alone, visits and gotos included"
  )
  func notSentAside() throws {
    let bot = """
      scenarios:
        order:
          keywords: [pesan]
          steps:
            - ask: Siapa?
              save: name
            - say: Halo {name}.
        promo:
          keywords: [promo]
          steps:
            - say: Promo!
              not_sent:
                - visit: sorry
                - say: S
                - goto: more
        sorry:
          reply: Maaf tadi gagal.
        more:
          reply: M
      """
    try expect(
      """
      user: promo
      bot: Promo!
      user: pesan
      bot: Siapa?
      expect: question order/name
      user: Budi
      bot: Halo Budi.
      user: promo
      bot: Promo!
      status: failed
      bot: Maaf tadi gagal.
      bot: S
      bot: M
      """, of: bot)
    let visited = """
      scenarios:
        order:
          keywords: [pesan]
          steps:
            - say: Sebentar.
              not_sent:
                - visit: sorry
                - say: S
            - ask: Siapa?
              save: name
              as: who
            - say: Halo {name}.
        sorry:
          reply: Gagal.
      """
    _ = try ShopFolder.suite("user: pesan\nbot: Sebentar.\nbot: Siapa?", bot: visited + Self.end)
  }

  @Test("an interrupted conversation three visits deep comes back to its first step")
  func deepInterrupt() throws {
    try expect(
      """
      user: mulai
      bot: Berapa?
      user: harga
      bot: 10.000
      bot: Berapa?
      user: 3
      bot: c
      bot: b
      bot: a
      bot: akhir 3
      """,
      of: """
        scenarios:
          main:
            keywords: [mulai]
            steps: [{visit: a}, {say: "akhir {n}"}]
          a:
            steps: [{visit: b}, {say: a}]
          b:
            steps: [{visit: c}, {say: b}]
          c:
            steps:
              - ask: Berapa?
                expect: number
                save: n
              - say: c
          price:
            keywords: [harga]
            reply: "10.000"
        """)
  }

  @Test("a first message waits for the welcome, however deep that goes, and is what message.text says")
  func first() throws {
    let bot = """
      bot: {first: welcome}
      scenarios:
        welcome:
          steps: [{visit: a}]
        a:
          steps: [{visit: b}]
        b:
          steps: [{visit: c}]
        c:
          steps:
            - ask: Nama?
              save: name
        price:
          keywords: [harga]
          reply: "Untuk {message.text}: 10.000"
      """
    try expect(
      """
      user: harga dong
      bot: Nama?
      user: Ani
      bot: Untuk harga dong: 10.000
      """, of: bot)
    try expect(
      """
      user: [media]
      bot: Nama?
      user: Ani
      bot: Maaf.
      """, of: bot)
  }

  @Test("who writes first while the bot is closed is welcomed when it is open")
  func firstClosed() throws {
    try expect(
      """
      user: harga
      bot: Tutup.
      at: 2026-01-06 09:00
      user: harga
      bot: Selamat datang.
      bot: 10.000
      user: harga
      bot: 10.000
      """, setup: "    at: 2026-01-05 20:00\n",
      of: """
        bot: {hours: office, closed: Tutup., first: welcome}
        hours: {office: {mon-fri: 08:00-17:00}}
        scenarios:
          welcome:
            reply: Selamat datang.
          price:
            keywords: [harga]
            reply: "10.000"
        """)
  }

  @Test("what the customer wrote is known after a call, and the status of a failed one in all that follows")
  func afterCall() throws {
    try expect(
      """
      user: cek 7
      bot: Gagal 404 untuk cek 7. Lagi?
      user: ya
      bot: Masih 404.
      """, setup: "    calls:\n      GET https://erp.example.co.id/7: 404\n",
      of: """
        services: {erp: {base: https://erp.example.co.id}}
        scenarios:
          status:
            pattern: "cek {n:digits 1-4}"
            steps:
              - call: GET erp/{n}
                failed:
                  - ask: "Gagal {call.status} untuk {message.text}. Lagi?"
                    expect: yes-no
                  - say: Masih {call.status}.
        """)
  }

  @Test("a slot that took no part is unset, whichever of the scenario's patterns or keywords fitted")
  func slots() throws {
    try expect(
      """
      user: ongkir ke Bandung
      bot: Bandung -
      user: ongkir 5 kg
      bot: - 5
      user: ongkir
      bot: - -
      """,
      of: """
        scenarios:
          shipping:
            keywords: [ongkir]
            pattern: ["ongkir ke {city:text}", "ongkir {weight:number} kg"]
            reply: "{city|-} {weight|-}"
        """)
  }

  @Test("a pattern at a menu chooses the option it leads to, with its slots")
  func menuPattern() throws {
    try expect(
      """
      user: menu
      bot: Pilih ...
      user: resi 1234
      bot: Resi 1234.
      """,
      of: """
        scenarios:
          menu:
            exact: [menu]
            steps:
              - menu: Pilih
                options: [{Lacak: track}, {Batal: batal}]
          track:
            pattern: "resi {n:digits 4}"
            reply: "Resi {n|kosong}."
        """)
  }

  @Test("outside the hours a scenario that leads to an opt-out works, but not as an answer")
  func optOutClosed() throws {
    let bot = """
      bot: {hours: office, closed: Tutup.}
      hours: {office: {mon-fri: 08:00-17:00}}
      scenarios:
        order:
          keywords: [pesan]
          steps:
            - ask: Nama?
              save: name
              timeout: 24h
            - say: Halo {name}.
        stop:
          exact: [stop]
          steps: [{visit: leave}, {say: Baik.}]
        leave:
          steps:
            - if: name is not set
              then: [{opt_out: marketing}]
              else: [{opt_out: news}]
      """
    try expect("user: stop\nbot: Baik.", setup: "    at: 2026-01-05 20:00\n", of: bot)
    try expect(
      """
      user: pesan
      bot: Nama?
      at: 2026-01-05 20:00
      user: stop
      bot: Tutup.
      at: 2026-01-06 07:59
      at: 2026-01-06 08:01
      user: Ani
      bot: Halo Ani.
      """, of: bot)
  }

  @Test("a message waits for a call that on_gone makes, and is matched after it")
  func goneCall() throws {
    let suite = try ShopFolder([
      "bot.yaml": """
      bot:
        on_gone: [{call: GET erp/news, save: news, failed: batal}, {say: "{news.text}"}]
      services: {erp: {base: https://erp.example.co.id}}
      scenarios:
        order:
          keywords: [pesan]
          steps: [{ask: "Nama?", save: name}]
        price:
          keywords: [harga]
          reply: "10.000"
      """ + Self.end,
      "new/bot.yaml": """
      bot:
        on_gone: [{call: GET erp/news, save: news, failed: batal}, {say: "{news.text}"}]
      services: {erp: {base: https://erp.example.co.id}}
      scenarios:
        price:
          keywords: [harga]
          reply: "10.000"
      """ + Self.end,
      "bot.test.yaml": """
      tests:
        text:
          calls: {GET https://erp.example.co.id/news: {text: Berubah.}}
          talk: |
            user: pesan
            bot: Nama?
            reload: new
            user: harga
            bot: Berubah.
            bot: 10.000
        media:
          calls: {GET https://erp.example.co.id/news: {text: Berubah.}}
          talk: |
            user: pesan
            bot: Nama?
            reload: new
            user: [media]
            bot: Berubah.
            bot: Maaf.
            expect: no open question
      """,
    ]).suite()
    #expect(suite.diagnostics.map(\.message) == [])
    for transcript in suite.transcripts {
      #expect(suite.run(transcript).failures.isEmpty, "\(suite.run(transcript).failures)")
    }
  }

  @Test("a session ends after on_idle, also where that calls a service")
  func idleCall() throws {
    try expect(
      """
      user: pesan
      bot: Nama?
      user: Ani
      bot: Apa?
      wait: 31m
      bot: Sampai jumpa.
      user: siapa
      bot: siapa?
      """, setup: "    calls: {GET https://erp.example.co.id/bye: {text: Sampai jumpa.}}\n",
      of: """
        bot:
          on_idle: [{call: GET erp/bye, save: bye, failed: batal}, {say: "{bye.text}"}]
        services: {erp: {base: https://erp.example.co.id}}
        scenarios:
          order:
            keywords: [pesan]
            steps: [{ask: "Nama?", save: name}, {ask: "Apa?", save: what}]
          who:
            keywords: [siapa]
            reply: "{name|siapa}?"
        """)
  }

  @Test("a question does not outlive its session")
  func session() throws {
    try expect(
      """
      user: pesan
      bot: Nama?
      wait: 61m
      expect: no open question
      wait: 2h
      user: Ani
      bot: Maaf.
      """,
      of: """
        bot: {session: 1h}
        scenarios:
          order:
            keywords: [pesan]
            steps:
              - ask: Nama?
                save: name
                timeout: 2h
                on_timeout: [{say: Terlambat.}]
        """)
  }

  @Test("a menu's lines stand where a picked text or a retry says, once")
  func options() throws {
    try expect(
      """
      user: menu
      bot: Pilih: 1. Satu 2. Dua
      user: hmm
      bot: Salah, pilih 1. Satu 2. Dua
      """,
      of: """
        scenarios:
          menu:
            exact: [menu]
            steps:
              - menu: {pick: ["Pilih: {options}", "{options} itu"]}
                retry: "Salah, pilih {options}"
                options: [Satu, Dua]
        """)
  }

  @Test("an album gets one answer, and what follows the third miss within a moment gets none")
  func bursts() throws {
    let bot = """
      scenarios:
        photo:
          keywords: [kirim foto]
          steps: [{ask: "Mana fotonya?", expect: media}, {say: Diterima.}]
        agent:
          keywords: [cs]
          reply: Kami telepon.
        batal: {exact: [batal, cancel], interrupt: always, reply: Baik.}
      default:
        reply: Maaf.
        then: agent
        media: Hanya teks.
        at_most: 1 per 1h
      """
    func expect(_ talk: String) throws {
      let result = try ShopFolder.run(talk, bot: bot)
      #expect(result.isPassed, "\(result.failures)")
    }
    try expect("user: [media]\nuser: [media]\nuser: [media]\nbot: Hanya teks.")
    try expect(
      "user: kirim foto\nbot: Mana fotonya?\nuser: [media]\nuser: [media]\nuser: [media]\nbot: Diterima.")
    // The second miss is beyond the limit, but counts.
    try expect("user: xx\nbot: Maaf.\nuser: yy\nuser: zz\nbot: Kami telepon.")
  }

  @Test("what is written to a person is not counted as talk with the bot")
  func panelTalk() throws {
    let lines = (0..<45).map { "user: baris \($0)" }.joined(separator: "\n")
    try expect(
      "user: cs\nbot: Tunggu.\n\(lines)\nbot: (silent)\nuser: selesai\nbot: Sudah.\nuser: harga\nbot: 10.000",
      of: """
        scenarios:
          cs:
            type: chat_panel
            keywords: [cs]
            panel: {opened: Tunggu., release: {idle: 2h, keywords: [selesai], say: Sudah.}}
          price:
            keywords: [harga]
            reply: "10.000"
        """)
  }

  @Test("after the last wrong answer the default is said, and nothing that waited comes back")
  func lastTry() throws {
    try expect(
      """
      user: mulai
      bot: Berapa?
      user: x
      bot: Maaf.
      user: harga
      bot: 10.000
      """,
      of: """
        scenarios:
          main:
            keywords: [mulai]
            steps: [{visit: a}, {say: akhir}]
          a:
            steps: [{ask: "Berapa?", expect: number, tries: 1}]
          price:
            keywords: [harga]
            reply: "10.000"
        """)
  }
}
