import DequeModule
import ServiceLifecycle

/// Hands callbacks over: one chat's in order, three more tries for each that is not answered `000`, and no chat
/// waits for another.
actor CallbackCourier: Service {
  private let switchboard: Switchboard
  private let rules: World.CallbackRules
  private let line: any CallbackLine
  private let time: SandboxTime
  /// What waits; a chat is here as long as one of its callbacks is under way.
  private var waiting: [Chat: Deque<Callback>] = [:]

  init(switchboard: Switchboard, rules: World.CallbackRules, line: any CallbackLine, time: SandboxTime) {
    self.switchboard = switchboard
    self.rules = rules
    self.line = line
    self.time = time
  }

  func run() async {
    await withDiscardingTaskGroup { group in
      for await callback in switchboard.callbacks.cancelOnGracefulShutdown() {
        if callback.delay > .zero {
          group.addTask { await self.holdBack(callback) }
        } else if waiting[callback.chat] != nil {
          waiting[callback.chat]?.append(callback)
        } else {
          waiting[callback.chat] = [callback]
          group.addTask { await self.drain(callback.chat) }
        }
      }
      group.cancelAll()
    }
  }

  private func drain(_ chat: Chat) async {
    while let callback = waiting[chat]?.popFirst() { await deliver(callback) }
    waiting[chat] = nil
  }

  /// Others overtake it meanwhile.
  private func holdBack(_ callback: Callback) async {
    do { try await time.sleep(callback.delay) } catch { return }
    var callback = callback
    callback.delay = .zero
    await switchboard.dispatch(callback)
  }

  private func deliver(_ callback: Callback) async {
    for attempt in 1...rules.retries + 1 {
      guard !Task.isCancelled else { return }
      guard let (target, bearer) = await switchboard.destination(of: callback) else {
        await switchboard.undeliverable(callback)
        return
      }
      let began = ContinuousClock.now
      let at = time.now().milliseconds
      let exchange = await switchboard.begin(
        TrafficEntry(callback, to: target.url, bearer: bearer, attempt: attempt, at: at))
      let reply = await line.post(callback.json, to: target.url, bearer: bearer, timeout: rules.timeout)
      await switchboard.change(exchange: exchange) { $0.end(with: reply, after: ContinuousClock.now - began) }
      let isLast = attempt > rules.retries
      await switchboard.tried(
        callback,
        CallbackAttempt(
          at: at, messageID: callback.messageID, customer: callback.chat.customer, url: target.url,
          body: callback.json, attempt: attempt, outcome: reply.outcome),
        triesLeft: rules.retries + 1 - attempt)
      if reply.outcome == .acknowledged || isLast { return }
      do { try await time.sleep(rules.interval) } catch { return }
    }
  }
}
