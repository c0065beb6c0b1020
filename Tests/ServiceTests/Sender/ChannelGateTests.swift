import Dialogue
import Gateway
import Journal
import StrictYAML
import Testing

@testable import Service

@Suite("a channel's gate")
struct ChannelGateTests {
  private static func time(_ seconds: Double) -> Timestamp {
    Timestamp(milliseconds: Int64(seconds * 1000))
  }

  /// Sends one message at `seconds` and lets it end at once.
  ///
  /// - Returns: what it came to: "in" and the news, or why it did not go.
  private func pass(_ gate: inout ChannelGate, _ outcome: SendOutcome, at seconds: Double) -> String {
    switch gate.enter(now: Self.time(seconds)) {
    case .full: return "full"
    case .closed(let until): return "closed until \(Double(until.milliseconds) / 1000)"
    case .open(let ticket):
      let news = gate.leave(ticket, result: .sample(outcome), now: Self.time(seconds))
      return (["in"] + news.map(text)).joined(separator: " ")
    }
  }

  private func text(_ news: ChannelGate.News) -> String {
    switch news {
    case .paused: "paused"
    case .resumed: "resumed"
    case .breakerOpened(let pause): "opened \(pause.components.seconds)"
    case .breakerRecovered: "recovered"
    case .throttled(let pause): "throttled \(pause.components.seconds)"
    case .manyWrong(let alarm): "\(alarm.count) of \(alarm.total) wrong"
    }
  }

  private func gate(_ gateway: GatewaySettings = .unlimited, concurrency: Int = 8) -> ChannelGate {
    ChannelGate(settings: SenderSettings(gateway: gateway, concurrency: concurrency), now: Self.time(0))
  }

  @Test(
    "however long the provider asks to wait, it is tried again after five minutes, and somebody hears of it")
  func longThrottle() {
    var gate = gate()
    guard case .open(let ticket) = gate.enter(now: Self.time(0)) else { return #expect(Bool(false)) }
    let day = SendResult.sample(.throttled, retryAfter: .seconds(86_400))
    #expect(gate.leave(ticket, result: day, now: Self.time(0)) == [.throttled(for: .seconds(300))])
    #expect(
      gate.throttleReason(now: Self.time(1)) == "the provider asks to wait; it is tried again in 299 s")
    #expect(pass(&gate, .accepted, at: 299) == "closed until 300.0")
    #expect(pass(&gate, .accepted, at: 300) == "in")
  }

  @Test("five sends in a row that reached nobody open the breaker; it tries after 5, 10, 20, 40, 60 s")
  func breakerInRow() {
    var gate = gate()
    for _ in 0..<4 { #expect(pass(&gate, .notSent, at: 0) == "in") }
    #expect(pass(&gate, .ambiguous, at: 0) == "in opened 5")
    #expect(pass(&gate, .accepted, at: 4.9) == "closed until 5.0")
    #expect(pass(&gate, .notSent, at: 5) == "in opened 10")
    #expect(pass(&gate, .notSent, at: 14.9) == "closed until 15.0")
    #expect(pass(&gate, .notSent, at: 15) == "in opened 20")
    #expect(pass(&gate, .ambiguous, at: 35) == "in opened 40")
    #expect(pass(&gate, .notSent, at: 75) == "in opened 60")
    #expect(pass(&gate, .notSent, at: 135) == "in opened 60")
    #expect(pass(&gate, .accepted, at: 195) == "in")
  }

  @Test("half of the last twenty open it as well, and refusals of the provider do not")
  func breakerHalf() {
    var gate = gate()
    for _ in 0..<30 { #expect(pass(&gate, .rejected, at: 0) == "in") }
    for _ in 0..<9 {
      #expect(pass(&gate, .notSent, at: 0) == "in")
      #expect(pass(&gate, .permanent, at: 0) == "in")
    }
    #expect(pass(&gate, .notSent, at: 0) == "in opened 5")
  }

  @Test("after a good try it lets through two, four and then all, and one failure meanwhile closes it again")
  func ramp() throws {
    func entered(_ gate: inout ChannelGate) -> [ChannelGate.Ticket] {
      var tickets: [ChannelGate.Ticket] = []
      while case .open(let ticket) = gate.enter(now: Self.time(10)) { tickets.append(ticket) }
      return tickets
    }
    var gate = gate()
    for _ in 0..<5 { _ = pass(&gate, .notSent, at: 0) }
    let probe = entered(&gate)
    #expect(probe.count == 1)
    _ = gate.leave(probe[0], result: .sample(.accepted), now: Self.time(10))
    let two = entered(&gate)
    #expect(two.count == 2)
    #expect(gate.leave(two[0], result: .sample(.accepted), now: Self.time(10)) == [])
    var copy = gate
    #expect(
      copy.leave(two[1], result: .sample(.notSent), now: Self.time(10)) == [.breakerOpened(for: .seconds(5))])
    #expect(gate.leave(two[1], result: .sample(.accepted), now: Self.time(10)) == [.breakerRecovered])
    #expect(entered(&gate).count == 8)
  }

  @Test("a matter for the operator pauses the channel, tells it once, and is tried after 30 s to 5 min")
  func config() {
    var gate = gate()
    #expect(pass(&gate, .config, at: 0) == "in paused")
    #expect(pass(&gate, .config, at: 29) == "closed until 30.0")
    #expect(pass(&gate, .config, at: 30) == "in")
    #expect(pass(&gate, .config, at: 90) == "in")
    #expect(pass(&gate, .config, at: 210) == "in")
    #expect(pass(&gate, .config, at: 450) == "in")
    #expect(pass(&gate, .config, at: 749) == "closed until 750.0")
    #expect(pass(&gate, .config, at: 750) == "in")
    #expect(pass(&gate, .accepted, at: 1050) == "in resumed")
    #expect(pass(&gate, .accepted, at: 1050) == "in")
  }

  @Test("a reload lets a paused channel be tried at once")
  func reload() {
    var gate = gate()
    _ = pass(&gate, .config, at: 0)
    gate.use(SenderSettings(gateway: .unlimited), now: Self.time(1))
    #expect(pass(&gate, .accepted, at: 1) == "in resumed")
  }

  @Test("only one try is under way, and one that does not take place can be made again")
  func withdrawnProbe() {
    var gate = gate()
    for _ in 0..<5 { _ = pass(&gate, .notSent, at: 0) }
    guard case .open(let ticket) = gate.enter(now: Self.time(5)) else {
      return #expect(Bool(false), "no try")
    }
    #expect(ticket.isProbe)
    #expect(gate.enter(now: Self.time(5)) == .full)
    gate.withdraw(ticket, now: Self.time(5))
    #expect(pass(&gate, .accepted, at: 5) == "in")
  }

  @Test("a provider that asks to wait is left alone that long")
  func throttled() {
    var gate = gate()
    guard case .open(let ticket) = gate.enter(now: Self.time(0)) else {
      return #expect(Bool(false), "closed")
    }
    #expect(gate.leave(ticket, result: .sample(.throttled, retryAfter: .seconds(7)), now: Self.time(0)) == [])
    #expect(pass(&gate, .accepted, at: 6.9) == "closed until 7.0")
    #expect(pass(&gate, .accepted, at: 7) == "in")
  }

  @Test("the rate holds over time, with a quarter of a second's worth at once")
  func rate() {
    var gate = gate(GatewaySettings(rate: Rate(count: 20, per: .seconds(1))))
    var sent: [Double] = []
    var seconds = 0.0
    while seconds < 10 {
      switch pass(&gate, .accepted, at: seconds) {
      case "in": sent.append(seconds)
      case let closed:
        let until = closed.split(separator: " ").last.flatMap { Double($0) } ?? 0
        #expect(until > seconds)
        seconds = until
      }
    }
    #expect(sent.count >= 200 && sent.count <= 205)
    #expect(sent.count { $0 == 0 } == 5)
  }

  @Test("a concurrency of n lets n be under way")
  func concurrency() {
    var gate = gate(concurrency: 3)
    var tickets: [ChannelGate.Ticket] = []
    while case .open(let ticket) = gate.enter(now: Self.time(0)) { tickets.append(ticket) }
    #expect(tickets.count == 3)
    #expect(gate.enter(now: Self.time(0)) == .full)
    _ = gate.leave(tickets[0], result: .sample(.accepted), now: Self.time(0))
    #expect(pass(&gate, .accepted, at: 0) == "in")
  }
}

@Suite("who goes first")
struct LaneQueueTests {
  @Test("where replies and a broadcast wait, three of four places are replies'; alone, each has all")
  func shares() {
    var queues = LaneQueues()
    for contact in 0..<100 {
      queues.append(.init(contact: Int64(contact), turn: 0), lane: contact < 50 ? .broadcast : .reply)
    }
    let order = (0..<100).compactMap { _ in queues.popFirst()?.contact }
    #expect(order.prefix(60).count { $0 >= 50 } == 45)
    #expect(order.filter { $0 < 50 } == Array(0..<50))
    #expect(order.filter { $0 >= 50 } == Array(50..<100))
    #expect(queues.isEmpty)
  }
}

@Suite("how fast one contact gets messages")
struct ContactPaceTests {
  @Test("ten at once, then one a second, and ten again after ten quiet seconds")
  func pace() throws {
    var pace = try #require(ContactPace(Rate(count: 1, per: .seconds(1)), burst: 10))
    func burst(at seconds: Int64) -> Int {
      let now = Timestamp(milliseconds: seconds * 1000)
      var count = 0
      while pace.next(1, now: now) == now, count < 100 {
        pace.spend(1, now: now)
        count += 1
      }
      return count
    }
    #expect(burst(at: 0) == 10)
    #expect(pace.next(1, now: Timestamp(milliseconds: 0)) == Timestamp(milliseconds: 1000))
    #expect(pace.next(2, now: Timestamp(milliseconds: 0)) == Timestamp(milliseconds: 0))
    #expect(burst(at: 1) == 1)
    #expect(burst(at: 4) == 3)
    #expect(burst(at: 60) == 10)
  }
}
