import Dialogue
import Gateway
import Journal
import Logging
import ServiceLifecycle

/// Asks the provider about messages of which no news came, and about news of which no message is known.
actor InquiryLoop: Service {
  private let journal: Journal
  private let gateway: any Inquiring
  /// Whether nothing else writes to the customers, so that unknown news belongs to a message whose answer was lost.
  private let isExclusive: @Sendable () -> Bool
  /// Rings when unknown news came.
  private let bell: Bell
  private let outgoing: any Outgoing
  private let queue: ContactQueue
  private let metrics: InquiryMetrics
  private let latch: FailureLatch
  private let logger: Logger
  private let now: @Sendable () -> Timestamp
  private let sleep: @Sendable (Duration) async throws -> Void
  private var retries = InquiryRetries()

  /// How often it is looked whether there is something to ask.
  static let tick = Duration.seconds(5)
  /// Between two questions: replies go before.
  static let pause = Duration.milliseconds(200)
  private static let batch = 50

  init(
    journal: Journal, gateway: any Inquiring, isExclusive: @escaping @Sendable () -> Bool, bell: Bell,
    outgoing: any Outgoing, queue: ContactQueue, metrics: InquiryMetrics, latch: FailureLatch,
    logger: Logger, now: @escaping @Sendable () -> Timestamp,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.journal = journal
    self.gateway = gateway
    self.isExclusive = isExclusive
    self.bell = bell
    self.outgoing = outgoing
    self.queue = queue
    self.metrics = metrics
    self.latch = latch
    self.logger = logger
    self.now = now
    self.sleep = sleep
  }

  func run() async throws {
    await cancelWhenGracefulShutdown { [bell, sleep] in
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          while (try? await sleep(Self.tick)) != nil { bell.ring() }
          // Lets the other task see that it is over.
          bell.ring()
        }
        group.addTask {
          bell.ring()
          while true {
            await bell.wait()
            guard !Task.isCancelled else { return }
            await self.look()
          }
        }
      }
    }
  }

  /// Asks about all that is to be asked about now.
  func look() async {
    do {
      if isExclusive() { try await settleLost() }
      try await askForNews()
    } catch is CancellationError {
      // The stop.
    } catch {
      guard latch.survives(error) else { return }
      logger.error("the provider is not asked about messages, because of the journal: \(error)")
    }
  }

  private func settleLost() async throws {
    for claim in try await journal.orphanClaims() where retries.isDue(claim.messageID, now: now()) {
      switch try await ask(claim.messageID, on: claim.channel) {
      // The first news says when the provider took it.
      case .known(let news) where news.compactMap(\.at).min().map(claim.fits) ?? false:
        retries.forget(claim.messageID)
        guard let result = try await journal.settle(claim, now: now()) else { continue }
        metrics.settled.increment()
        logger.notice(
          "A message whose answer was lost was sent after all: the provider knows it.",
          metadata: ["outbox": "\(claim.id)", "channel": "\(claim.channel.name)"])
        outgoing.wake([claim.contactID])
        queue.add(result.undelivered)
      case .known, .notFound: _ = retries.missed(claim.messageID, now: now())
      case .failed: return
      }
    }
  }

  private func askForNews() async throws {
    var troubled: Set<Channel> = []
    for message in try await journal.silentMessages(now: now(), limit: Self.batch)
    where !troubled.contains(message.channel) && retries.isDue(message.messageID, now: now()) {
      switch try await ask(message.messageID, on: message.channel) {
      case .known(let news):
        retries.forget(message.messageID)
        for item in news { try await record(item, of: message) }
        try await journal.noteInquiry(message.id)
      case .notFound:
        if !retries.missed(message.messageID, now: now()) { try await journal.noteInquiry(message.id) }
      case .failed: troubled.insert(message.channel)
      }
    }
  }

  private func ask(_ messageID: String, on channel: Channel) async throws -> Inquiry {
    let answer = await gateway.inquire(messageID, on: channel)
    switch answer {
    case .known: metrics.ended(.known)
    case .notFound: metrics.ended(.notFound)
    case .failed(let result):
      metrics.ended(.failed)
      logger.warning(
        "The provider could not be asked about a message: \(result.detail)",
        metadata: ["channel": "\(channel.name)", "code": "\(result.code)"])
    }
    try await sleep(Self.pause)
    return answer
  }

  private func record(_ news: Inquiry.News, of message: SilentMessage) async throws {
    let effect = try await journal.record(
      IncomingStatus(
        channel: message.channel, messageID: message.messageID, status: news.status.rawValue,
        providerAt: news.at, receivedAt: now(), number: nil))
    guard effect.isNew, let contactID = effect.contactID else { return }
    outgoing.wake([contactID])
    if effect.failed { queue.add([contactID]) }
  }
}
