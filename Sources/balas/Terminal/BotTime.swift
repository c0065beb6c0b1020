import Dialogue
import Foundation

/// Moments as the people of a bot read them: ISO 8601 in the bot's zone, with its offset.
struct BotTime {
  private let zone: TimeZone

  /// - Parameter identifier: the bot's zone; nil, or one that this machine does not know, is UTC.
  init(_ identifier: String?) { zone = identifier.flatMap(TimeZone.init(identifier:)) ?? .gmt }

  func text(_ time: Timestamp) -> String {
    time.date.formatted(
      Date.ISO8601FormatStyle(timeZone: zone).year().month().day().dateSeparator(.dash)
        .time(includingFractionalSeconds: false).timeSeparator(.colon).timeZone(separator: .colon))
  }
}
