import StrictYAML

extension ScenarioRule {
  /// Scenarios, steps, questions and where they lead.
  static let flow: [Self: RuleExplanation] = [
    .closedWithoutHours: RuleExplanation(
      .error,
      finds: "`closed` where no `hours` say when it is closed, so that it is never said.",
      remedy: "Name the opening hours with `hours:`, or remove `closed`.",
      bad: """
        bot:
          closed: Kami sudah tutup.
        """,
      mended: """
        bot:
          hours: shop
          closed: Kami sudah tutup.
        hours:
          shop: {mon-sat: 09:00-17:00}
        """),
    .deepVisit: RuleExplanation(
      .warning,
      finds: "A `visit` so deep in other visits that it is left out.",
      remedy: "Write the visited steps where they are needed, or use `goto` for the last.",
      bad: """
        a: {keywords: [a], steps: [{visit: b}]}
        b: {steps: [{visit: c}]}
        c: {steps: [{visit: d}]}
        d: {steps: [{visit: e}]}
        e: {reply: Halo}
        """,
      mended: """
        a: {keywords: [a], steps: [{visit: b}]}
        b: {steps: [{visit: c}]}
        c: {steps: [{visit: d}]}
        d: {steps: [{goto: e}]}
        e: {reply: Halo}
        """),
    .duplicateOption: RuleExplanation(
      .error,
      finds: "Two options of a menu with the same label.",
      remedy: "Give them two labels: a customer who types the label could mean either.",
      bad: """
        menu:
          exact: [menu]
          steps:
            - menu: "Mau apa?"
              save: wish
              options: [Harga, "Harga!"]
        """,
      mended: """
        menu:
          exact: [menu]
          steps:
            - menu: "Mau apa?"
              save: wish
              options: [Harga, Alamat]
        """),
    .endlessLoop: RuleExplanation(
      .error, .warning,
      finds:
        "Scenarios that lead to each other in a circle without a question in it: an error if that is "
        + "certain, else a warning.",
      remedy: "Remove one `goto`, ask something in between, or `end`.",
      bad: """
        a:
          keywords: [a]
          steps:
            - say: Halo
            - goto: b
        b:
          steps:
            - goto: a
        """,
      mended: """
        a:
          keywords: [a]
          steps:
            - say: Halo
            - goto: b
        b:
          reply: Ada yang lain?
        """),
    .idleLoop: RuleExplanation(
      .warning,
      finds: "A question in `on_idle` that is asked again and again, because nobody who is away answers.",
      remedy: "Give the question an `on_timeout`, or let `on_idle` only say something.",
      bad: """
        bot:
          on_idle:
            - ask: Masih di sana?
              expect: yes-no
              save: here
        """,
      mended: """
        bot:
          on_idle:
            - say: Ketik MENU kalau masih di sana.
        """),
    .longTurn: RuleExplanation(
      .warning,
      finds: "A step that is not done, because so many stand before it in one turn.",
      remedy: "Say several texts in one step, as a list under `say`, or ask something in between.",
      bad: """
        story:
          keywords: [cerita]
          steps:
            - say: Bagian 1
            # … and so on, more than fifty steps
        """,
      mended: """
        story:
          keywords: [cerita]
          steps:
            - say: [Bagian 1, Bagian 2, Bagian 3]
        """),
    .lostQuestion: RuleExplanation(
      .warning,
      finds:
        "A keyword that makes a customer lose the question they were in, because its scenario leaves "
        + "for good.",
      remedy: "Leave the `goto` out, use `visit`, or write `interrupt: always` if it is meant.",
      bad: """
        order:
          keywords: [pesan]
          steps:
            - ask: Mau pesan apa?
              save: what
            - say: "{what}, siap!"
        price:
          keywords: [harga]
          steps:
            - goto: list
        list:
          reply: Mulai Rp8.000.
        """,
      mended: """
        order:
          keywords: [pesan]
          steps:
            - ask: Mau pesan apa?
              save: what
            - say: "{what}, siap!"
        price:
          keywords: [harga]
          steps:
            - visit: list
        list:
          reply: Mulai Rp8.000.
        """),
    .missingFailed: RuleExplanation(
      .error,
      finds: "A `call` that does not say what is done when the service does not answer.",
      remedy: "Add `failed:` with steps or a scenario, at the call or at the service.",
      bad: """
        services: {erp: {base: https://erp.example.co.id}}
        scenarios:
          stock:
            keywords: [stok]
            steps:
              - call: GET erp/stock
              - say: Ada.
        """,
      mended: """
        services: {erp: {base: https://erp.example.co.id}}
        scenarios:
          stock:
            keywords: [stok]
            steps:
              - call: GET erp/stock
                failed: [{say: Sistem sedang gangguan.}]
              - say: Ada.
        """),
    .missingTries: RuleExplanation(
      .error,
      finds: "`on_fail` without `tries`, so that it is never done.",
      remedy: "Say after how many wrong answers: `tries: 3`.",
      bad: """
        order:
          keywords: [pesan]
          steps:
            - ask: Berapa buah?
              expect: number
              save: qty
              on_fail: [{say: Kami telepon ya.}]
            - say: "{qty} buah, siap!"
        """,
      mended: """
        order:
          keywords: [pesan]
          steps:
            - ask: Berapa buah?
              expect: number
              save: qty
              tries: 3
              on_fail: [{say: Kami telepon ya.}]
            - say: "{qty} buah, siap!"
        """),
    .neverTrue: RuleExplanation(
      .warning,
      finds: "An `if` that compares a value with what it never is.",
      remedy: "Write it as it is kept: `yes` or `no`, a listed word, a label in the first language.",
      bad: """
        order:
          keywords: [pesan]
          steps:
            - ask: Sudah benar?
              expect: yes-no
              save: right
            - if: right is ya
              then: [{say: "Siap!"}]
              else: [{say: Kami ulangi ya.}]
        """,
      mended: """
        order:
          keywords: [pesan]
          steps:
            - ask: Sudah benar?
              expect: yes-no
              save: right
            - if: right is yes
              then: [{say: "Siap!"}]
              else: [{say: Kami ulangi ya.}]
        """),
    .neverOpen: RuleExplanation(
      .warning,
      finds: "Opening hours without a time when it is open.",
      remedy: "Write the days and times: `mon-fri: 08:00-17:00`.",
      bad: """
        bot: {hours: shop, closed: Tutup.}
        hours:
          shop: {mon-fri: closed}
        """,
      mended: """
        bot: {hours: shop, closed: Tutup.}
        hours:
          shop: {mon-fri: 08:00-17:00}
        """),
    .noBody: RuleExplanation(
      .error,
      finds: "A scenario, a list of steps or a default that does nothing.",
      remedy: "Give it a `reply` or `steps`.",
      bad: """
        hello:
          keywords: [halo]
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        """),
    .noDefault: RuleExplanation(
      .warning,
      finds: "A bot without `default`, which is silent where nothing fits.",
      remedy: "Add `default:` with a `reply`.",
      bad: """
        scenarios:
          hello:
            keywords: [halo]
            reply: Halo Kak!
        """,
      mended: """
        scenarios:
          hello:
            keywords: [halo]
            reply: Halo Kak!
        default:
          reply: Ketik MENU ya, Kak.
        """),
    .noWayOut: RuleExplanation(
      .warning,
      finds: "A bot that asks something and gives customers no word to get out of it.",
      remedy: "Add a scenario with `exact: [batal, cancel]` and `interrupt: always`.",
      bad: """
        order:
          keywords: [pesan]
          steps:
            - ask: Mau pesan apa?
              save: what
            - say: "{what}, siap!"
        """,
      mended: """
        order:
          keywords: [pesan]
          steps:
            - ask: Mau pesan apa?
              save: what
            - say: "{what}, siap!"
        cancel:
          exact: [batal, cancel]
          interrupt: always
          reply: Baik, tidak jadi.
        """),
    .numberLabel: RuleExplanation(
      .warning,
      finds:
        "A label of a menu that is a number other than its place, so that typing it chooses another "
        + "option.",
      remedy: "Write more than a number into the label, or use `ask` with `expect: one of […]`.",
      bad: """
        nights:
          keywords: [inap]
          steps:
            - menu: Berapa malam?
              save: nights
              options: ["2", "1"]
        """,
      mended: """
        nights:
          keywords: [inap]
          steps:
            - menu: Berapa malam?
              save: nights
              options: [2 malam, 1 malam]
        """),
    .panelNeverEnds: RuleExplanation(
      .warning,
      finds: "A chat panel that neither time nor a word of the customer's ends.",
      remedy: "Let it end by itself: `release: {idle: 2h, keywords: [selesai]}`.",
      bad: """
        agent:
          type: chat_panel
          keywords: [cs]
          panel: {opened: Mohon tunggu ya.}
        """,
      mended: """
        agent:
          type: chat_panel
          keywords: [cs]
          panel: {opened: Mohon tunggu ya., release: {idle: 2h}}
        """),
    .panelWithoutType: RuleExplanation(
      .error,
      finds: "`panel` at a scenario that is no chat panel.",
      remedy: "Write `type: chat_panel` above it.",
      bad: """
        agent:
          keywords: [cs]
          panel: {opened: Mohon tunggu ya., release: {idle: 2h}}
        """,
      mended: """
        agent:
          type: chat_panel
          keywords: [cs]
          panel: {opened: Mohon tunggu ya., release: {idle: 2h}}
        """),
    .silentEnd: RuleExplanation(
      .warning,
      finds:
        "A place where the bot says nothing and the customer waits: behind the last question, on one way of an `if`, "
        + "outside its hours, or after the last wrong answer.",
      remedy: "Say something there; where a panel is closed or opens under `closed:` and `opened:`.",
      bad: """
        complaint:
          keywords: [komplain]
          steps:
            - ask: Apa keluhannya, Kak?
              save: complaint
        """,
      mended: """
        complaint:
          keywords: [komplain]
          steps:
            - ask: Apa keluhannya, Kak?
              save: complaint
            - say: Terima kasih, segera kami periksa.
        """),
    .stepWithoutVerb: RuleExplanation(
      .error,
      finds: "A step that does not begin with what it does.",
      remedy: "Begin it with a verb such as `say`, `ask` or `goto`.",
      bad: """
        hello:
          keywords: [halo]
          steps:
            - Halo Kak!
        """,
      mended: """
        hello:
          keywords: [halo]
          steps:
            - say: Halo Kak!
        """),
    .templateName: RuleExplanation(
      .error, .warning,
      finds: "A name that no message template of the provider has, or is unlikely to have.",
      remedy: "Write the name exactly as it stands in the provider's dashboard.",
      bad: """
        hello:
          keywords: [halo]
          steps:
            - template: pesanan siap
        """,
      mended: """
        hello:
          keywords: [halo]
          steps:
            - template: pesanan_siap
        """),
    .twoBodies: RuleExplanation(
      .error,
      finds: "A scenario with `reply` and `steps`, or a default with `reply` and `replies`.",
      remedy: "Keep one of the two; a reply before steps is the step `- say: …`.",
      bad: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
          steps:
            - say: Mau pesan apa?
        """,
      mended: """
        hello:
          keywords: [halo]
          steps:
            - say: Halo Kak!
            - say: Mau pesan apa?
        """),
    .twoVerbs: RuleExplanation(
      .error,
      finds: "One step that does two things.",
      remedy: "Begin a step of its own for the second, with `- ` in front.",
      bad: """
        hello:
          keywords: [halo]
          steps:
            - say: Halo Kak!
              goto: menu
        menu:
          reply: Ketik HARGA.
        """,
      mended: """
        hello:
          keywords: [halo]
          steps:
            - say: Halo Kak!
            - goto: menu
        menu:
          reply: Ketik HARGA.
        """),
    .unreachableScenario: RuleExplanation(
      .warning,
      finds: "A scenario that no message starts and nothing leads to.",
      remedy: "Give it `keywords` or `exact`, lead to it with `goto`, `visit` or an option, or remove it.",
      bad: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        menu:
          reply: Ketik HARGA.
        """,
      mended: """
        hello:
          keywords: [halo]
          reply: Halo Kak!
        menu:
          exact: [menu]
          reply: Ketik HARGA.
        """),
    .unreachableStep: RuleExplanation(
      .warning,
      finds: "A step behind one that always leaves.",
      remedy: "Move it before the `goto` or `end`, or remove it.",
      bad: """
        thanks:
          keywords: [makasih]
          steps:
            - end
            - say: Sama-sama!
        """,
      mended: """
        thanks:
          keywords: [makasih]
          steps:
            - say: Sama-sama!
            - end
        """),
    .unsetVariable: RuleExplanation(
      .warning,
      finds:
        "A text that reads a variable which is not set on every way that leads to it, and gives no "
        + "default.",
      remedy: "Set it on that way too, or write a default: `{name|Kak}`.",
      bad: """
        order:
          keywords: [pesan]
          steps:
            - if: lang is id
              then:
                - set: {greeting: Halo}
            - say: "{greeting} Kak!"
        """,
      mended: """
        order:
          keywords: [pesan]
          steps:
            - if: lang is id
              then:
                - set: {greeting: Halo}
            - say: "{greeting|Hi} Kak!"
        """),
  ]
}
