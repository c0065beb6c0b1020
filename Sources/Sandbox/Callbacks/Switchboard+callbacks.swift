extension Switchboard {
  /// Where a callback goes now, and the bearer token it shows; nil if nobody is to be called.
  func destination(of callback: Callback) -> (target: CallbackTarget, bearer: String?)? {
    guard let target else { return nil }
    let client = world.client(callback.clientID)
    let access = client.flatMap { tokens.current(of: $0, at: time.now())?.value }
    return (target, target.bearer ?? access)
  }

  /// Nobody is to be called: only a customer who waits for an answer needs to know.
  func undeliverable(_ callback: Callback) {
    handovers.end(callback.messageID)
    guard case .message = callback.kind else { return }
    change(callback.messageID) {
      $0.status = .failed
      $0.note = "Nobody is told of this message: no callback address is set. Give one with --callback."
    }
  }

  /// Remembers a try, and shows at the customer's message what came of it.
  func tried(_ callback: Callback, _ attempt: CallbackAttempt, triesLeft: Int) {
    record(attempt)
    if attempt.attempt == 1 {
      handovers.end(callback.messageID)
      if attempt.outcome != .acknowledged { handovers.giveUp(callback.messageID) }
    }
    let advice = attempt.outcome.advice(url: attempt.url)
    switch callback.kind {
    case .message:
      change(callback.messageID) { message in
        if attempt.outcome == .acknowledged {
          if message.status != .read { message.status = .delivered }
          message.note = nil
        } else {
          if triesLeft == 0 { message.status = .failed }
          message.note = advice.map { $0 + (triesLeft > 0 ? " Trying again." : "") }
        }
      }
    case .status(let news):
      guard let advice, triesLeft == 0 else { return }
      change(callback.messageID) {
        $0.note = "The news that this message was \(news.rawValue) did not arrive. \(advice)"
      }
    }
  }

  /// Ends when every callback of a message that is on its way was tried once.
  func callbacksOver(_ messageID: String) -> AsyncStream<Never> { handovers.over(messageID) }
}
