import Dialogue
import Journal
import Gateway
import Logging

/// What a person must hear of. Numbers and texts are never in it, so neither are the provider's words, which may
/// repeat them: `balas outbox show` has those.
extension Sender {
  func tell(_ news: [ChannelGate.News], of send: OutboundBoard.Send, _ result: SendResult) {
    let channel = send.row.channel.name
    for item in news {
      switch item {
      case .paused:
        logger.error(
          "Nothing is sent on \(channel) until this is mended: \(result.detail)",
          metadata: ["code": "\(result.code)"])
      case .resumed: logger.notice("Sending on \(channel) goes on.")
      case .breakerOpened(let pause):
        logger.warning(
          "The provider does not answer for \(channel); it is tried again in \(pause.components.seconds) s.",
          metadata: ["code": "\(result.code)", "detail": "\(result.detail)"])
      case .breakerRecovered: logger.notice("The provider answers for \(channel) again.")
      case .throttled(let pause):
        logger.warning(
          "The provider asks to wait; nothing is sent on \(channel) for \(pause.components.seconds) s.",
          metadata: ["code": "\(result.code)", "detail": "\(result.detail)"])
      case .manyWrong(let alarm):
        logger.warning(
          """
          \(alarm.count) of the last \(alarm.total) messages on \(channel) were refused as wrong (400): \
          `balas outbox list --state dead` shows them; mend what the bot sends.
          """)
      }
    }
    let metadata: Logger.Metadata = [
      "outbox": "\(send.row.id)", "contact": "\(send.row.contactID)", "channel": "\(channel)",
      "code": "\(result.code)",
    ]
    switch result.outcome {
    case .accepted where result.messageID == nil:
      logger.warning(
        "The provider took a message without giving it an id: no news of it can be known.",
        metadata: metadata)
    case .permanent, .unreachable:
      logger.warning("A message was refused for good: \(result.detail)", metadata: metadata)
    case .ambiguous:
      logger.warning("It is not known whether a message was sent: \(result.detail)", metadata: metadata)
    default: logger.debug("A send ended \(result.outcome.rawValue).", metadata: metadata)
    }
  }
}
