import Dialogue
import Foundation

/// That a message is answered in time.
struct MatchTime {
  #if DEBUG
    /// Code that is not optimised takes many times as long.
    private static let bound = Duration.milliseconds(150)
  #elseif FUZZ
    /// What libFuzzer watches takes half as long again.
    private static let bound = Duration.milliseconds(15)
  #else
    private static let bound = Duration.milliseconds(10)
  #endif

  private let conversation: Conversation
  private let bot: Bot
  private let message: String

  init(_ conversation: Conversation, _ bot: Bot, _ message: String) {
    self.conversation = conversation
    self.bot = bot
    self.message = message
  }

  /// Measures again where it took too long, for the machine may have been busy.
  func check() throws(BrokenProperty) {
    guard conversation.call == nil else { return }
    var fastest = measured()
    for _ in 0..<24 where fastest > Self.bound { fastest = min(fastest, measured()) }
    try require(
      fastest <= Self.bound, "a message of \(message.unicodeScalars.count) characters takes \(fastest)")
  }

  /// The time that the processor took for one turn.
  private func measured() -> Duration {
    let begin = Self.processorTime()
    _ = advance(
      conversation, contact: Contact(number: "628123456789"), event: Event(.message(text: message), id: 1),
      bot: bot, now: Trial.now)
    return Self.processorTime() - begin
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
