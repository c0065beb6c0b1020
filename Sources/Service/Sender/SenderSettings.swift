/// How the sender behaves; a reload may replace it.
package struct SenderSettings: Sendable, Equatable {
  package var gateway: GatewaySettings
  /// Sends of one channel under way at once.
  package var concurrency: Int

  package init(gateway: GatewaySettings = GatewaySettings(), concurrency: Int = 64) {
    self.gateway = gateway
    self.concurrency = concurrency
  }
}

/// The sender's fixed numbers, named in one place.
enum SenderLimits {
  /// After a send that reached nobody: the longest wait of each try, with full jitter.
  static let notSentPauses: [Duration] = [1, 2, 4, 8, 16, 32, 60].map { .seconds($0) }
  /// After a refusal that may be taken back.
  static let rejectedLadder: [Duration] = [.seconds(30), .seconds(120), .seconds(600)]
  /// After "too many" without a word about how long.
  static let throttlePause = Duration.seconds(5)
  /// However long the provider asks to wait, after this time it is asked whether that still holds.
  static let throttleLimit = Duration.seconds(300)
  static func pause(asked: Duration?) -> Duration { min(asked ?? throttlePause, throttleLimit) }
  /// Whoever waits longer than this wants to hear why.
  static let throttleSilence = Duration.seconds(30)
  /// Between tries of a channel that an operator must mend.
  static let configPauses: [Duration] = [30, 60, 120, 240, 300].map { .seconds($0) }
  /// Between tries of a channel whose provider is not reached.
  static let breakerPauses: [Duration] = [5, 10, 20, 40, 60].map { .seconds($0) }
  /// So many failures in a row open the breaker, or ``breakerShare`` of the last ``breakerWindow`` sends.
  static let breakerRow = 5
  static let breakerWindow = 20
  static let breakerShare = 10
  /// What comes after a media message waits so long for its `sent`.
  static let mediaWait = Duration.seconds(10)
  /// While the disk is full, what must be written is tried again after this time.
  static let journalPause = Duration.seconds(1)
  /// A sender that is cancelled waits so long for the sends under way.
  static let cancelPatience = Duration.seconds(3)
  /// Contacts asked for in one reading of the journal.
  static let batch = 256
  /// Rows kept in memory while their channel is busy; the others are read again.
  static let parkedRows = 4096
}
