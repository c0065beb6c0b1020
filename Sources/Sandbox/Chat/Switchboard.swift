import Foundation

/// Everything the stand-in knows: tokens, customers, messages, and what was received and sent.
package actor Switchboard {
  let world: World
  let time: SandboxTime
  private let clock: MovableClock
  /// Callbacks in the order they came to be.
  nonisolated let callbacks: AsyncStream<Callback>
  private let callbackQueue: AsyncStream<Callback>.Continuation

  var target: CallbackTarget?
  var tokens: TokenOffice
  var messages: MessageLog
  var feed: PhoneFeed
  var faults = FaultList()
  var oddities = CallbackOddities()
  var traffic: TrafficLog
  var trafficFeed = TrafficFeed(limit: 2000)
  var handovers = Handovers()
  /// The SMS that may go out once.
  var shortMessages = WaitingShortMessages()
  private var ids = MessageIDs()
  private var customerOrder: [String] = []
  private var customersByNumber: [String: Customer] = [:]
  private var lastWritten: [Chat: Date] = [:]
  /// A customer's messages without an answer.
  private var unanswered = WaitingMessages()
  /// A project's messages the customer has not looked at.
  private var unseen = WaitingMessages()
  private var receivedCalls: BoundedLog<ReceivedCall>
  private var triedCallbacks: BoundedLog<CallbackAttempt>

  package init(world: World = World(), time: SandboxTime = .system) {
    self.world = world
    clock = MovableClock(time)
    self.time = clock.time
    (callbacks, callbackQueue) = AsyncStream.makeStream(of: Callback.self)
    target = world.callback.target
    tokens = TokenOffice(rules: world.tokens)
    messages = MessageLog(limit: world.kept)
    feed = PhoneFeed(limit: 2000)
    traffic = TrafficLog(limit: world.kept)
    receivedCalls = BoundedLog(limit: world.kept)
    triedCallbacks = BoundedLog(limit: world.kept)
    customerOrder = world.customers.map(\.number)
    // More than the list takes nobody writes into a world.
    for fault in world.faults { _ = try? faults.set(fault, at: time.now()) }
    for customer in world.customers { customersByNumber[customer.number] = customer }
  }

  /// Where callbacks go from now on; nil for nowhere.
  package func callBack(_ target: CallbackTarget?) { self.target = target }

  /// Ends every token before its time, as the dashboard's "Generate" does.
  package func revokeTokens() { tokens.revokeAll() }

  /// Puts the clock forward, as if that much time had passed, and does what has become due.
  package func putForward(by duration: Duration) {
    clock.putForward(by: duration)
    feed.publish(.time(time.now().milliseconds))
    sendDueShortMessages()
  }

  package var customers: [Customer] { customerOrder.compactMap { customersByNumber[$0] } }

  /// Oldest first.
  package var allMessages: [ChatMessage] { messages.all }
  /// What clients called, oldest first.
  package var calls: [ReceivedCall] { Array(receivedCalls.entries) }
  /// Each try to hand over a callback, oldest first.
  package var callbackAttempts: [CallbackAttempt] { Array(triedCallbacks.entries) }

  /// Adds a customer, or gives one a new name.
  package func add(_ customer: Customer) {
    if customersByNumber.updateValue(customer, forKey: customer.number) == nil {
      customerOrder.append(customer.number)
    }
    feed.publish(.customer(customer))
  }

  func newMessageID() -> String { ids.next(at: time.now()) }

  func append(_ message: ChatMessage) {
    if customersByNumber[message.customer] == nil {
      add(Customer(number: message.customer, name: ""))
    }
    switch message.author {
    case .customer:
      lastWritten[message.chat] = time.now()
      unanswered.add(message.id, in: message.chat)
    case .business:
      unseen.add(message.id, in: message.chat)
    }
    messages.append(message)
    feed.publish(.message(message))
  }

  func change(_ id: String, _ change: (inout ChatMessage) -> Void) {
    let before = messages[id]
    guard let after = messages.update(id, change), after != before else { return }
    feed.publish(.message(after))
  }

  func takeUnanswered(_ chat: Chat) -> [String] { unanswered.take(chat) }

  func takeUnseen(_ chat: Chat) -> [String] { unseen.take(chat) }

  func isSessionOpen(_ chat: Chat) -> Bool {
    guard let session = world.session else { return true }
    guard let last = lastWritten[chat] else { return false }
    return time.now().timeIntervalSince(last) < session / .seconds(1)
  }

  func queue(_ kind: Callback.Kind, of message: ChatMessage) {
    guard let project = world.project(message.project) else { return }
    handOver(
      Callback(
        kind: kind, message: message, project: project, client: world.client(of: project), at: time.now()))
  }

  /// Gives a callback to the courier.
  func dispatch(_ callback: Callback) { callbackQueue.yield(callback) }

  func record(_ call: ReceivedCall) { receivedCalls.append(call) }

  func record(_ attempt: CallbackAttempt) { triedCallbacks.append(attempt) }

  func forgetCalls() {
    receivedCalls = BoundedLog(limit: world.kept)
    triedCallbacks = BoundedLog(limit: world.kept)
  }
}
