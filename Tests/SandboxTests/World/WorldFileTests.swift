import Foundation
import Outcall
import Sandbox
import StrictYAML
import Testing

@Suite("Files that describe a world")
struct WorldFileTests {
  private func world(_ text: String) throws -> World {
    let reading = World.read(Data(text.utf8), file: "world.yaml")
    #expect(
      reading.diagnostics.isEmpty,
      "\(DiagnosticFormat.text.render(reading.diagnostics, sources: reading.sources))")
    return try #require(reading.world)
  }

  @Test(
    "an empty file is the world there is without one",
    arguments: ["", "# nothing\n", "token:\n  life: 24h\n"])
  func empty(text: String) throws {
    let (read, standard) = (try world(text), World())
    #expect(read.clients == standard.clients)
    #expect(read.projects == standard.projects)
    #expect(read.templates.isEmpty && read.smsTemplates.isEmpty)
    #expect(read.customers == standard.customers)
    #expect(read.numbers == standard.numbers)
    #expect(read.tokens == standard.tokens)
    #expect(read.callback == standard.callback)
    #expect(read.session == standard.session)
    #expect(read.httpStatus == standard.httpStatus)
  }

  @Test("the printed example has no mistake, and says what it says")
  func example() throws {
    #expect(try world(World.example).projects[0].keywords.isEmpty)
    // Its remarks are words too.
    let whole = World.example.replacing("    # keywords:", with: "    keywords:")
      .replacing("    #   alamat:", with: "      alamat:")
      .replacing("    # default_message:", with: "    default_message:")
    let world = try world(whole)
    #expect(world.clients[0].allow == ["127.0.0.1", "::1"].compactMap { IPNetwork($0) })
    #expect(world.projects.map(\.environment) == [.production, .uat])
    #expect(world.projects[0].keywords == ["alamat": "Jl. Melati 5, Bandung"])
    #expect(world.projects[0].defaultMessage?.hasPrefix("Maaf") == true)
    #expect(world.templates.map(\.name) == ["pesanan_dikirim", "tagihan", "promo_lama"])
    let first = try #require(world.templates.first)
    #expect(first.language == "id")
    #expect(first.header == .text("Pesanan {{1}}"))
    #expect(
      first.buttons == [
        .url(label: "Lacak paket", url: "https://toko.example/lacak/{{1}}"),
        .reply(label: "Sudah diterima"),
      ])
    #expect(first.projects == ["16"])
    #expect(world.templates[1].header == .media(.document))
    #expect(world.templates.map(\.isActive) == [true, true, false])
    #expect(
      world.smsTemplates.map(\.rule) == [.both, .invalidNumber, .waiting(days: 1, after: .delivered)])
    #expect(world.numbers.invalid == ["628111111111"])
    #expect(world.numbers.silent == ["628122222222"])
    #expect(world.numbers.unreachable == ["628133333333"])
    #expect(world.numbers.vendorError == ["628144444444"])
    #expect(world.customers == [Customer(number: "6281234567801", name: "Rina Kartika")])
    #expect(world.tokens == World.TokenRules())
    #expect(
      world.callback.target
        == CallbackTarget(url: "http://127.0.0.1:8080/callback", bearer: "token-of-the-callbacks"))
    #expect(world.session == .seconds(86_400))
  }

  @Test("every word of a world stands in the example")
  func everyWord() throws {
    let wrong = World.read(Data("nothing: of the kind\n".utf8), file: "world.yaml")
    let hint = try #require(wrong.diagnostics.first?.hint)
    let words = hint.matches(of: /`([a-z_]+)`/).map { String($0.1) }
    #expect(words.count > 5)
    for word in words { #expect(World.example.contains("\n\(word):"), "\(word)") }
  }

  @Test("the rules that the example leaves as they are can be changed")
  func rules() throws {
    let world = try world(
      """
      token: {life: 7d, repeated: no-data, dies_after: 90m}
      session: off
      callback: {retries: 0, interval: 0s, timeout: 1s}
      http_status: mirrored
      projects:
        - id: 5
      """)
    #expect(world.tokens.life == .seconds(7 * 86_400))
    #expect(world.tokens.repeated == .noData)
    #expect(world.tokens.diesAfter == .seconds(5400))
    #expect(world.session == nil)
    #expect(world.callback.retries == 0 && world.callback.interval == .zero)
    #expect(world.callback.timeout == .seconds(1))
    #expect(world.httpStatus == .mirrored)
    #expect(world.projects == [World.Project(id: "5", clientID: "0009", name: "5")])
  }

  @Test("clients without projects have the one there is without a file")
  func clientsOnly() throws {
    let world = try world("clients:\n  - {id: \"12\", secret: s3cret}\n")
    #expect(world.projects == [World.Project(clientID: "12")])
  }

  @Test("another id for the first client or project is taken on by what belongs to it")
  func renamed() throws {
    var world = try world(World.example)
    world.renameFirstClient("12")
    world.renameFirstProject("40")
    #expect(world.projects.map(\.clientID) == ["12", "12"])
    #expect(world.projects.map(\.id) == ["40", "17"])
    #expect(world.templates[0].projects == ["40"])
  }

  @Test("a file that is not there is told, with what to do")
  func unreadable() {
    let reading = World.read(file: "/nowhere/world.yaml")
    #expect(reading.world == nil)
    #expect(reading.diagnostics.map(\.message) == ["/nowhere/world.yaml cannot be read: it is not there"])
    #expect(reading.diagnostics[0].hint?.contains("--example-world") == true)
  }
}
