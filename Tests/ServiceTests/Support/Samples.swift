import Dialogue
import Foundation

@testable import Service

/// What tests of the daemon have in common.
enum Samples {
  static let channel = Channel(clientID: "0009", projectID: "16")

  /// Answers everything with `text`.
  static func bot(saying text: String = "Maaf.", hash: String = "v1") -> Bot {
    Bot(
      name: "toko", hash: hash, options: BotOptions(timezone: .gmt), scenarios: [],
      fallback: Fallback(replies: [[.text(TextTemplate(literal: text))]], quiet: .zero))
  }

  /// A bot that calls at "pesan", says how that ended, and else repeats what it hears.
  static func callingBot() throws -> Bot {
    let position = SourcePosition(file: "bot.yaml", line: 1, column: 1)
    let call = Call(
      method: "GET", url: TextTemplate(literal: "https://erp.lan/"), timeout: .seconds(5), variable: "order",
      failed: .steps([Step(.send([.text(TextTemplate(literal: "gagal"))]), position: position)]))
    let scenario = Scenario(
      name: "order", starts: [Start(kind: .keyword, phrase: "pesan", position: position)],
      steps: [
        Step(.call(call), position: position),
        Step(.send([.text(try .parse("pesanan {order.id}"))]), position: position),
      ], position: position)
    return Bot(
      name: "toko", hash: "v1", options: BotOptions(timezone: .gmt), scenarios: [scenario],
      fallback: Fallback(replies: [[.text(try .parse("apa {message.text}"))]], quiet: .zero))
  }

  static let botFile = """
    scenarios:
      hello:
        keywords: [halo]
        reply: "Halo!"
    default:
      reply: "Maaf."

    """

  /// A message callback as the provider writes it.
  static func message(
    id: String = "5cdbe77d09ee7", text: String = "halo", project: String = "16", client: String = "0009",
    sender: String = "628989229471", timestamp: Int = 1_557_915_516
  ) -> String {
    """
    {"message_id":"\(id)","client_id":"\(client)","client_name":"x","project_id":"\(project)","project_name":"X",\
    "sender_number":"\(sender)","status_messages":"-","message_content":"\(text)","environment":"PRODUCTION",\
    "timestamp":"\(timestamp)","callback_type":"message"}
    """
  }

  static func status(_ status: String, id: String) -> String {
    """
    {"message_id":"\(id)","client_id":"0009","project_id":"16","sender_number":"628989229471",\
    "status_messages":"\(status)","message_content":"-","timestamp":"1557915520","callback_type":"status"}
    """
  }

  /// A little after the messages above.
  static let now = Timestamp(milliseconds: 1_557_915_520_000)
}
