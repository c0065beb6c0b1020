import Dialogue
import Foundation
import Testing

@testable import balas

@Suite struct ChatRoomTests {
  private let now = Timestamp(milliseconds: 1_770_073_260_000)
  private let bot = """
    bot:
      name: Toko
    scenarios:
      hello:
        keywords: [halo]
        reply: ["Halo {contact.name|Kak}", Apa kabar?]
      hours:
        keywords: [jam buka]
        reply: 08.00
    default:
      replies: [satu, dua]
      media: foto

    """

  private func room(_ folder: TemporaryFolder) throws -> ChatRoom {
    try folder.write(bot, to: "bot.yaml")
    let bots = BotFolder(path: folder.url.path)
    return ChatRoom(
      bot: try bots.open(), folder: bots, number: "628111", name: nil, style: TerminalStyle(isColoured: false)
    )
  }

  private func hear(_ line: String, in room: inout ChatRoom, at seconds: Int = 0) -> String {
    room.hear(line, now: now + .seconds(seconds)) ?? "(left)"
  }

  @Test("messages are shown as they are sent, and what won below them")
  func messages() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    #expect(hear("Halo!", in: &room) == "bot:  Halo Kak\nbot:  Apa kabar?\n      keyword \"halo\" → hello\n")
    #expect(hear("x", in: &room) == "bot:  satu\n      default\n")
    #expect(hear("x", in: &room, at: 10) == "bot:  dua\n      default, miss 2 in a row\n")
    #expect(hear("/media", in: &room) == "bot:  foto\n      default for a message without text\n")
    #expect(hear("//halo", in: &room).contains("hello"))
    #expect(hear("  ", in: &room) == "")
  }

  @Test("each number is a customer of its own, until forgotten")
  func customers() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    _ = hear("x", in: &room)
    _ = hear("/as +62 822", in: &room)
    #expect(hear("x", in: &room).hasPrefix("bot:  satu"))
    _ = hear("/as 628111", in: &room)
    #expect(hear("x", in: &room, at: 10).hasPrefix("bot:  dua"))
    #expect(hear("/state", in: &room).contains("misses   2"))
    _ = hear("/restart", in: &room)
    #expect(hear("x", in: &room).hasPrefix("bot:  satu"))
  }

  @Test("/why explains the last message with places")
  func why() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    #expect(hear("/why", in: &room).contains("nothing was written yet"))
    _ = hear("halo, jam berapa buka?", in: &room)
    let why = hear("/why", in: &room)
    #expect(why.contains("halo · jam · berapa · buka"))
    #expect(why.contains("winner   hello  keyword \"halo\""))
    #expect(why.contains("\(folder.url.path)/bot.yaml:5:16"))
    #expect(why.contains("hours  keyword \"jam buka\" has its words there"))
  }

  @Test("/reload takes the files as they are, and keeps the bot if they are broken")
  func reload() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    try folder.write(bot.replacing("08.00", with: "09.00"), to: "bot.yaml")
    _ = hear("/reload", in: &room)
    #expect(hear("jam buka", in: &room).contains("09.00"))
    try folder.write("scenarios: [", to: "bot.yaml")
    #expect(hear("/reload", in: &room).contains("the bot stays as it was"))
    #expect(hear("jam buka", in: &room).contains("09.00"))
  }

  @Test("an unknown command says so, /help lists them, /quit leaves")
  func commands() throws {
    let folder = try TemporaryFolder()
    var room = try room(folder)
    #expect(hear("/wait 5m", in: &room).contains("there is no /wait"))
    #expect(hear("/help", in: &room).contains("/why"))
    #expect(hear("/as nobody", in: &room).contains("wants a number"))
    #expect(room.hear("/quit", now: now) == nil)
  }
}
