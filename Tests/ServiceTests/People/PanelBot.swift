import Dialogue
import Foundation

/// A bot with a question and a chat panel.
enum PanelBot {
  private static let somewhere = SourcePosition(file: "bot.yaml", line: 1, column: 1)

  private static func say(_ text: String) -> Reply { .text(TextTemplate(literal: text)) }

  private static func scenario(
    _ name: String, _ keyword: String?, _ actions: [Step.Action] = [], panel: Panel? = nil
  ) -> Scenario {
    Scenario(
      name: name, starts: keyword.map { [Start(kind: .keyword, phrase: $0, position: somewhere)] } ?? [],
      steps: actions.map { Step($0, position: somewhere) }, position: somewhere, panel: panel)
  }

  static let panel = Panel(
    opened: [say("Sebentar ya.")],
    nudge: Panel.Nudge(after: .seconds(600), replies: [say("Masih antre.")]),
    release: Panel.Release(idle: .seconds(7200), replies: [say("Terima kasih.")], then: "rating"))

  static let bot = Bot(
    name: "toko", hash: "v1", options: BotOptions(timezone: .gmt),
    scenarios: [
      scenario("price", "harga", [.send([say("Rp 10.000")])]),
      scenario(
        "order", "pesan",
        [
          .ask(Question(.ask(.text(1...60)), prompt: [say("Nama?")], variable: "nama")),
          .send([say("Siap.")]),
        ]),
      scenario("person", "cs", panel: panel),
      scenario("rating", nil, [.send([say("Puas?")])]),
    ],
    fallback: Fallback(replies: [[say("Maaf.")]], quiet: .zero))
}
