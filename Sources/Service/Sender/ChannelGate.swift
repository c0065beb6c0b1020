import Dialogue
import Gateway

/// What a channel lets through: its rate, its breaker, a pause for the operator, a pause the provider asked for.
struct ChannelGate: Sendable {
  /// A place for one send.
  struct Ticket: Sendable, Hashable {
    /// Decides whether the channel's trouble is over.
    var isProbe: Bool
    /// Out of the broadcasts' share.
    var isBroadcast = false
  }

  enum Opening: Sendable, Hashable {
    case open(Ticket)
    case closed(until: Timestamp)
    /// Until a send that is under way has ended.
    case full

    var isOpen: Bool { if case .open = self { true } else { false } }
  }

  /// A person must hear of it.
  enum News: Sendable, Hashable {
    case paused(reason: String)
    case resumed
    case breakerOpened(for: Duration)
    case breakerRecovered
    /// The provider asks to wait longer than nobody would notice.
    case throttled(for: Duration)
    case manyWrong(WrongShare.Alarm)
  }

  struct Pause: Sendable, Hashable {
    var reason: String
    var until: Timestamp
    var step: Int
    var isProbing = false
  }

  private(set) var inFlight = 0
  private(set) var breaker = CircuitBreaker()
  private(set) var pause: Pause?
  private(set) var throttledUntil: Timestamp?
  private var wrongShare = WrongShare()
  private var bucket: TokenBucket?
  private var broadcasts: BroadcastShare
  private var settings: SenderSettings

  init(settings: SenderSettings, now: Timestamp) {
    self.settings = settings
    bucket = Self.bucket(settings, now)
    broadcasts = BroadcastShare(settings.gateway.rate, now: now)
  }

  private static func bucket(_ settings: SenderSettings, _ now: Timestamp) -> TokenBucket? {
    TokenBucket(settings.gateway.rate, burst: settings.gateway.rate.perSecond / 4, now: now)
  }

  /// New settings; an operator who reloads wants a paused channel tried at once.
  mutating func use(_ settings: SenderSettings, now: Timestamp) {
    if settings.gateway.rate != self.settings.gateway.rate {
      bucket = Self.bucket(settings, now)
      broadcasts.use(settings.gateway.rate, now: now)
    }
    self.settings = settings
    pause?.until = now
  }

  /// Why nothing goes; nil where that is not the provider's wish, or is over in no time.
  func throttleReason(now: Timestamp) -> String? {
    guard let throttledUntil, throttledUntil > now + SenderLimits.throttleSilence else { return nil }
    return "the provider asks to wait; it is tried again in \((throttledUntil - now).components.seconds) s"
  }

  /// Lets one through, if one may go now.
  ///
  /// - Parameter isBroadcast: whether it is to be out of the broadcasts' share.
  mutating func enter(now: Timestamp, isBroadcast: Bool = false) -> Opening {
    if let throttledUntil, now < throttledUntil { return .closed(until: throttledUntil) }
    if let pause {
      if pause.isProbing { return .full }
      if now < pause.until { return .closed(until: pause.until) }
    }
    guard let limit = breaker.limit(of: settings.concurrency, now: now) else {
      if case .open(let until, _) = breaker.state { return .closed(until: until) }
      return .full
    }
    guard inFlight < limit else { return .full }
    if isBroadcast {
      guard broadcasts.hasRoom(of: limit) else { return .full }
      if let until = broadcasts.closed(now: now) { return .closed(until: until) }
    }
    guard bucket?.take(now: now) != false else { return .closed(until: bucket?.next(now: now) ?? now) }
    if isBroadcast { broadcasts.take(now: now) }
    let isProbe = breaker.began() || pause != nil
    pause?.isProbing = true
    inFlight += 1
    return .open(Ticket(isProbe: isProbe, isBroadcast: isBroadcast))
  }

  /// One that was let through does not go.
  mutating func withdraw(_ ticket: Ticket, now: Timestamp) {
    inFlight -= 1
    bucket?.giveBack()
    if ticket.isBroadcast { broadcasts.giveBack() }
    guard ticket.isProbe else { return }
    breaker.withdrew(now: now)
    pause?.isProbing = false
  }

  /// One that was let through has ended.
  mutating func leave(_ ticket: Ticket, result: SendResult, now: Timestamp) -> [News] {
    inFlight -= 1
    if ticket.isBroadcast { broadcasts.leave() }
    var news: [News] = []
    if result.outcome == .throttled {
      let pause = SenderLimits.pause(asked: result.retryAfter)
      throttledUntil = now + pause
      if pause > SenderLimits.throttleSilence { news.append(.throttled(for: pause)) }
    }
    if result.outcome == .config {
      if pause == nil { news.append(.paused(reason: result.detail)) }
      paused(result.reason, isProbe: ticket.isProbe, now: now)
    } else if ticket.isProbe, pause != nil {
      pause?.isProbing = false
      if result.outcome == .notSent || result.outcome == .ambiguous || result.outcome == .throttled {
        pause?.until = now + SenderLimits.configPauses[0]
      } else {
        pause = nil
        news.append(.resumed)
      }
    }
    let failed = result.outcome == .notSent || result.outcome == .ambiguous
    switch breaker.ended(
      failed: failed, isProbe: ticket.isProbe, concurrency: settings.concurrency, now: now)
    {
    case .opened(let pause): news.append(.breakerOpened(for: pause))
    case .recovered: news.append(.breakerRecovered)
    case nil: break
    }
    if let alarm = wrongShare.ended(result) { news.append(.manyWrong(alarm)) }
    return news
  }

  private mutating func paused(_ reason: String, isProbe: Bool, now: Timestamp) {
    let pauses = SenderLimits.configPauses
    guard var pause else {
      self.pause = Pause(reason: reason, until: now + pauses[0], step: 0)
      return
    }
    pause.reason = reason
    if isProbe {
      pause.step = min(pause.step + 1, pauses.count - 1)
      pause.until = now + pauses[pause.step]
      pause.isProbing = false
    }
    self.pause = pause
  }
}
