import Testing

@testable import Dialogue

/// The table of the scenario language's priority rule, as far as keywords and `exact` go, and what lies around it.
@Suite struct PriorityTests {
  let matcher = Matcher(scenarios: [
    TestBots.scenario("greeting", keywords: ["halo", "selamat pagi"]),
    TestBots.scenario("menu", exact: ["menu", "0", "daftar menu"]),
    TestBots.scenario("catalog", keywords: ["katalog", "daftar harga"]),
    TestBots.scenario("price", keywords: ["harga"]),
    TestBots.scenario("shipping", keywords: ["ongkir"]),
    TestBots.scenario("order", keywords: ["pesan", "pesan kue ulang tahun"]),
    TestBots.scenario("cake", keywords: ["kue ulang tahun"]),
    TestBots.scenario("book", keywords: ["buku"]),
  ])

  @Test(
    "the winner is the one an author expects",
    arguments: [
      ("menu", "menu"), ("MENU!", "menu"), ("0️⃣", "menu"), ("daftar menu", "menu"),
      ("daftar harga ongkir", "catalog"),
      ("ongkir dan harga?", "shipping"), ("harga dan ongkir?", "price"),
      ("halo kak, harga kue ulang tahun berapa", "cake"), ("mau pesan kue ulang tahun", "order"),
      ("Selamat   pagi", "greeting"), ("SELAMAT, PAGI", "greeting"), ("h\u{200B}alo 😀", "greeting"),
      ("tanya hárga", "price"),
    ])
  func winners(message: String, scenario: String) {
    #expect(matcher.winner(message)?.scenario == scenario)
  }

  @Test(
    "what is not a whole word, not next to each other or not the whole message does not match",
    arguments: [
      "menu dong", "halo2", "hargai", "pagi selamat", "selamat siang pagi", "bu", "", "👍", "00",
    ])
  func losers(message: String) {
    #expect(matcher.winner(message) == nil)
  }

  @Test("a keyword in the middle of a message wins, and the match says where it stands")
  func place() throws {
    let match = try #require(matcher.winner("Kak, ongkir ke Bogor?"))
    #expect(match.message == ["kak", "ongkir", "ke", "bogor"])
    #expect(match.at == 1)
    #expect(match.count == 1)
    #expect(!match.isWhole)
    #expect(match.phrase == "ongkir")
  }

  @Test("the runners-up follow in order, each phrase once")
  func runnersUp() {
    let matches = matcher.matches("harga halo, daftar harga ongkir, harga")
    #expect(matches.map(\.phrase) == ["daftar harga", "harga", "halo", "ongkir"])
    #expect(matches.map(\.at) == [2, 0, 1, 4])
  }

  @Test("what nearly fits says what it lacked")
  func nearMisses() {
    let misses = matcher.nearMisses(["menu", "pagi", "ini", "selamat", "ya"])
    #expect(misses.map(\.start.phrase) == ["selamat pagi", "menu", "daftar menu"])
    #expect(misses.map(\.lack) == [.wordsApart, .notTheWholeMessage, .wordsMissing(["daftar"])])
    #expect(matcher.nearMisses(["halo"]).isEmpty)
  }

  @Test("a phrase without words never matches")
  func noWords() {
    let matcher = Matcher(scenarios: [TestBots.scenario("a", keywords: ["👍", ""], exact: ["!!"])])
    #expect(matcher.matches("👍").isEmpty)
    #expect(matcher.matches("").isEmpty)
  }

  @Test("overlapping phrases are all found, whatever they share")
  func overlaps() {
    let matcher = Matcher(scenarios: [
      TestBots.scenario("x", keywords: ["a b c d", "b c", "c", "c d e", "b c x"])
    ])
    #expect(matcher.matches("a b c d e").map(\.phrase) == ["a b c d", "c d e", "b c", "c"])
    #expect(matcher.matches("a b c x").map(\.phrase) == ["b c x", "b c", "c"])
  }
}
