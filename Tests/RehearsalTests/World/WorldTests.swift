import Dialogue
import Rehearsal
import ScenarioFile
import Testing

/// The simulated world, beside what transcripts show of it.
@Suite struct WorldTests {
  private func world(services: CallTable = CallTable()) throws -> World {
    let shop = try ShopFolder()
    let bot = try #require(Compilation.folder(shop.path).bot)
    return World(RehearsedBot(bot), now: Timestamp(milliseconds: 1_770_073_260_000), services: services)
  }

  private func said(_ world: World, to number: String = "1") -> [String] {
    world.happenings.compactMap {
      if $0.number == number, case .said(.text(let text)) = $0.kind { text } else { nil }
    }
  }

  @Test("while a call is under way messages wait, and are answered in order after it")
  func calling() throws {
    var world = try world()
    for text in ["pesan", "Budi", "2", "halo", "promo"] { world.hear(text, from: "1") }
    #expect(said(world) == ["Nama?", "Berapa?"])
    world.answer(.answered(json: #"{"id":"A1"}"#), to: "1")
    #expect(said(world) == ["Nama?", "Berapa?", "Pesanan A1.", "Halo Kak", "Promo!"])
    world.answer(.answered(json: "{}"), to: "1")
    #expect(said(world).count == 5)
  }

  @Test("a call that nobody answers has timed out when its time is over")
  func timeout() throws {
    var world = try world()
    for text in ["pesan", "Budi", "2"] { world.hear(text, from: "1") }
    world.wait(.seconds(60))
    #expect(said(world).last == "Gangguan.")
  }

  @Test("a copy is a moment to go back to")
  func copies() throws {
    var world = try world()
    world.hear("pesan", from: "1")
    let before = world
    world.hear("Budi", from: "1")
    #expect(said(world) == ["Nama?", "Berapa?"])
    world = before
    world.hear("x", from: "1")
    #expect(said(world) == ["Nama?", "Minimal 2 huruf."])
  }

  @Test("timers of several customers fire in the order of their times")
  func severalTimers() throws {
    var world = try world()
    world.hear("pesan", from: "1")
    world.wait(.seconds(60))
    world.hear("cs", from: "2")
    world.hear("pesan", from: "3")
    world.wait(.seconds(86_400))
    let texts = world.happenings.compactMap { happening -> String? in
      if case .said(.text(let text)) = happening.kind { happening.number + text } else { nil }
    }
    #expect(
      texts == [
        "1Nama?", "2Tunggu ya.", "3Nama?", "2Masih antre.", "1Sampai jumpa.", "3Sampai jumpa.",
        "2Terima kasih.",
      ])
  }

  @Test("messages that are not sent, and whose not_sent sends them again, come to an end")
  func circle() throws {
    let shop = try ShopFolder([
      "bot.yaml": """
      scenarios:
        a:
          keywords: [a]
          steps:
            - say: x
              expires: 0s
              not_sent: a
      default:
        reply: y

      """
    ])
    let compilation = Compilation.folder(shop.path)
    guard let bot = compilation.bot else { return }
    var world = World(RehearsedBot(bot), now: Timestamp(milliseconds: 1_770_073_260_000))
    world.hear("a", from: "1")
    #expect(world.happenings.contains { if case .broke = $0.kind { true } else { false } })
    world.hear("b", from: "1")
    #expect(said(world) == ["y"])
  }
}
