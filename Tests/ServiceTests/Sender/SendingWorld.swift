import Dialogue
import Gateway
import Journal
import StrictYAML

@testable import Service

/// A journal, a provider and a clock in plain arrays, driven at random, around a real board.
struct SendingWorld {
  var board: OutboundBoard
  private(set) var faults: [String] = []
  /// Sends that were begun.
  private(set) var begun = 0
  private var random: SeededNumbers
  private var now = Moment.at(.zero)
  private var rows: [Int64: OutboxRow] = [:]
  private var nextID: Int64 = 1
  private var inFlight: [OutboundBoard.Send] = []
  private var unrecorded: [OutboundBoard.Recording] = []
  private var lastAccepted: [LaneOfContact: Int64] = [:]
  private var sendTimes: [Channel: [Int64]] = [:]
  private var contactTimes: [Int64: [Int64]] = [:]
  private var isCalm = false

  private struct LaneOfContact: Hashable {
    var contact: Int64
    var lane: Lane
  }

  private static let channels = [Channel.sample, Channel(clientID: "0009", projectID: "17")]

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    board = OutboundBoard(
      settings: SenderSettings(
        gateway: GatewaySettings(
          rate: Rate(count: 20, per: .seconds(1)), contactRate: Rate(count: 1, per: .seconds(1)),
          contactBurst: 3),
        concurrency: 4))
    board.hasLoaded(now: now)
  }

  var openRows: Int { rows.values.count { $0.state.holdsBack } }

  mutating func step() {
    switch random.next() % 10 {
    case 0, 1: addRow()
    case 2: pass(.milliseconds(Int64(random.next() % 400)))
    case 3: pass(.seconds(Int64(random.next() % 40)))
    case 4, 5: end()
    case 6: record()
    case 7: meddle()
    default: round()
    }
  }

  /// From now on every send is accepted, and time goes on until nothing is left.
  mutating func settle() {
    isCalm = true
    for _ in 0..<20_000 where openRows > 0 || !board.contacts.isEmpty {
      round()
      while !inFlight.isEmpty { end() }
      record()
      if let deadline = board.nextDeadline, deadline > now.steady { pass(deadline - now.steady) }
    }
  }

  private mutating func pass(_ duration: Duration) {
    now = Moment(wall: now.wall + duration, steady: now.steady + duration)
  }

  private mutating func addRow() {
    let contact = Int64(random.next() % 12)
    var row = OutboxRow.sample(
      nextID, contact: contact, channel: Self.channels[Int(contact % 2)],
      lane: random.next() % 3 == 0 ? .broadcast : .reply)
    row.dueAt = now.wall
    row.expiresAt = now.wall + .seconds(Int64(60 + random.next() % 900))
    rows[nextID] = row
    nextID += 1
    // A turn hands its message over; whatever else adds one only wakes.
    if random.next() % 2 == 0 {
      unrecorded += board.offer([row], now: now)
    } else {
      board.wake([contact])
    }
  }

  /// A person drops a message, or there is news of a contact that changes nothing.
  private mutating func meddle() {
    let contact = Int64(random.next() % 12)
    if random.next() % 4 == 0, let head = head(contact), head.state == .queued {
      rows[head.id]?.state = .dropped
    }
    board.wake([contact])
  }

  private func head(_ contact: Int64) -> OutboxRow? {
    rows.values.filter { $0.contactID == contact && $0.state.holdsBack }.min { rank($0) < rank($1) }
  }

  /// What is being sent, then answers, then broadcasts.
  private func rank(_ row: OutboxRow) -> (Int, Int, Int64) {
    (row.state == .sending ? 0 : 1, row.lane == .broadcast ? 1 : 0, row.id)
  }

  private mutating func round() {
    board.passTime(now: now)
    let grants = board.grants(now: now)
    let reads = grants.reads + board.takeReady(Int(random.next() % 8) + 1)
    let heads = reads.compactMap(head)
    // News may come while the journal is read.
    if random.next() % 3 == 0 { addRow() }
    let considered = board.consider(reads, heads: heads, now: now)
    unrecorded += considered.moves
    for send in grants.sends + considered.sends { begin(send) }
  }

  private mutating func begin(_ send: OutboundBoard.Send) {
    guard rows[send.row.id]?.state == .queued else { return board.withdraw(send, now: now) }
    let contact = send.row.contactID
    let isFirst = rows.values.allSatisfy {
      $0.contactID != contact || !$0.state.holdsBack || $0.lane != send.row.lane || $0.id >= send.row.id
    }
    if !isFirst { faults.append("\(send.row.id) before its turn") }
    if inFlight.contains(where: { $0.row.contactID == contact }) {
      faults.append("two to \(contact) at once")
    }
    if send.row.expiresAt <= now.wall { faults.append("\(send.row.id) after its time") }
    if rows[send.row.id].map({ $0.dueAt > now.wall }) ?? true { faults.append("\(send.row.id) too early") }
    rows[send.row.id]?.state = .sending
    begun += 1
    note(send)
    inFlight.append(send)
  }

  private mutating func note(_ send: OutboundBoard.Send) {
    let time = now.steady.milliseconds
    sendTimes[send.row.channel, default: []].append(time)
    contactTimes[send.row.contactID, default: []].append(time)
    // Twenty a second and a quarter of that at once; one a second and three at once.
    let channel = sendTimes[send.row.channel, default: []].suffix(100)
    if let first = channel.first(where: { time - $0 <= 1000 }), channel.count(where: { $0 >= first }) > 26 {
      faults.append("too fast on \(send.row.channel.name)")
    }
    let contact = contactTimes[send.row.contactID, default: []].suffix(100)
    if contact.count(where: { time - $0 < 5000 }) > 8 { faults.append("too fast to \(send.row.contactID)") }
    let limit = inFlight.count { $0.row.channel == send.row.channel }
    if limit >= 4 { faults.append("too many at once on \(send.row.channel.name)") }
  }

  private mutating func end() {
    guard !inFlight.isEmpty else { return }
    let send = inFlight.remove(at: Int(random.next() % UInt64(inFlight.count)))
    let all = SendOutcome.allCases
    let outcome = isCalm || random.next() % 2 == 0 ? .accepted : all[Int(random.next() % UInt64(all.count))]
    let jitter = Double(random.next() % 1000) / 1000
    unrecorded.append(board.ended(send, result: .sample(outcome), jitter: jitter, now: now).recording)
  }

  private mutating func record() {
    for recording in unrecorded {
      let move = recording.move
      guard var row = rows[move.id] else { continue }
      if row.state.holdsBack {
        if move.state == .sent {
          let lane = LaneOfContact(contact: row.contactID, lane: row.lane)
          if lastAccepted[lane, default: 0] > row.id { faults.append("\(row.id) overtaken") }
          lastAccepted[lane] = row.id
        }
        row.state = move.state
        row.dueAt = move.dueAt
        if move.attempt != nil, move.consumesAttempt { row.attempts += 1 }
        if move.isResend { row.resends += 1 }
        if row.lane == .broadcast, move.isResend { faults.append("the broadcast \(row.id) sent again") }
        if row.resends > 1 { faults.append("\(row.id) sent again twice") }
        rows[move.id] = row
      }
    }
    let recorded = unrecorded
    unrecorded = []
    let idle = Set(recorded.map(\.contact).filter { head($0) == nil })
    // A new message may come between the commit and the board's hearing of it.
    if random.next() % 3 == 0 { addRow() }
    board.recorded(recorded.map(\.contact), idle: idle)
  }
}

/// SplitMix64: the same seed gives the same numbers.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
