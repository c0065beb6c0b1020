import Dialogue
import Foundation
import Testing

@testable import balas

@Suite struct ExplainTests {
  private func explained(_ message: String) throws -> Explained {
    let folder = BotFolder(path: ExampleBots.path("toko-roti"))
    return Explained(
      message, bot: try folder.open(), folder: folder, now: Timestamp(milliseconds: 1_770_073_260_000))
  }

  @Test("it shows the words, the winner with its place, what is said and who else fits")
  func text() throws {
    let text = try explained("Halo, harga ongkirnya?").text(TerminalStyle(isColoured: false))
    #expect(text.contains("words    halo · harga · ongkir\nspelled  ongkirnya → ongkir (ending)\n"))
    #expect(text.contains("winner   salam  keyword \"halo\", word 1"))
    #expect(text.contains("toko-roti/bot.yaml:"))
    #expect(text.contains("says     Halo Kak!"))
    #expect(text.contains("harga  keyword \"harga\" has as many words, but the customer wrote it later"))
  }

  @Test("without a winner it says so, and what nearly fits")
  func default_() throws {
    let text = try explained("kue tahun baru").text(TerminalStyle(isColoured: false))
    #expect(text.contains("winner   default\n"))
    #expect(text.contains("lacks"))
  }

  @Test("its JSON holds the same")
  func json() throws {
    let json =
      try JSONSerialization.jsonObject(with: Data(explained("katalog").json().utf8)) as? [String: Any]
    #expect((json?["winner"] as? [String: Any])?["scenario"] as? String == "harga")
    #expect((json?["says"] as? [String])?.count == 2)
  }

  @Test("colours only on a terminal, without NO_COLOR")
  func colours() {
    #expect(TerminalStyle.forOutput(isTerminal: true, environment: [:]).isColoured)
    #expect(!TerminalStyle.forOutput(isTerminal: true, environment: ["NO_COLOR": "1"]).isColoured)
    #expect(TerminalStyle.forOutput(isTerminal: true, environment: ["NO_COLOR": ""]).isColoured)
    #expect(!TerminalStyle.forOutput(isTerminal: true, environment: ["TERM": "dumb"]).isColoured)
    #expect(!TerminalStyle.forOutput(isTerminal: false, environment: [:]).isColoured)
  }
}
