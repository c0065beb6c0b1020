import Dialogue
import Gateway
import Journal

/// The way of a contact's oldest message: looked at, let through by its channel, sent, recorded, and the next.
extension OutboundBoard {
  /// Takes in what the journal said of `checked`.
  ///
  /// - Returns: what is to be recorded, and what a place was kept for and may be sent at once.
  mutating func consider(
    _ checked: [Int64], heads: [OutboxRow], now: Moment
  ) -> (moves: [Recording], sends: [Send]) {
    var moves: [Recording] = []
    var sends: [Send] = []
    var seen = Set<Int64>(minimumCapacity: heads.count)
    for row in heads {
      seen.insert(row.contactID)
      consider(row, now: now, moves: &moves, sends: &sends)
    }
    for contact in checked where !seen.contains(contact) {
      if case .granted(let channel, let ticket) = contacts[contact]?.place {
        gates[channel]?.withdraw(ticket, now: now.steady)
      }
      if contacts[contact]?.hasNews == true { makeReady(contact) } else { contacts[contact] = nil }
    }
    return (moves, sends)
  }

  /// Takes new messages of the outbox, each the first of its turn.
  ///
  /// - Returns: what is to be recorded.
  mutating func offer(_ rows: [OutboxRow], now: Moment) -> [Recording] {
    var moves: [Recording] = []
    var sends: [Send] = []
    for row in rows {
      // Behind one that is held there may be one that is not.
      if !row.isHeld(at: now.wall), take(row, now: now) {
        consider(row, now: now, moves: &moves, sends: &sends)
      } else {
        wake(CollectionOfOne(row.contactID))
      }
    }
    return moves
  }

  /// Leaves a message that cannot even be read to a person.
  mutating func hold(_ id: Int64, of contact: Int64, reason: String, now: Moment) -> Recording {
    if case .granted(let channel, let ticket) = contacts[contact]?.place {
      gates[channel]?.withdraw(ticket, now: now.steady)
    }
    contacts[contact]?.place = .moving
    contacts[contact]?.hasNews = false
    let move = OutboxMove(id: id, state: .held, reason: reason, dueAt: now.wall, now: now.wall)
    return Recording(move: move, contact: contact)
  }

  private mutating func consider(
    _ row: OutboxRow, now: Moment, moves: inout [Recording], sends: inout [Send]
  ) {
    let contact = row.contactID
    var next = policy.next(row, now: now.wall)
    if case .send = next, let pace {
      let free = pace.next(contact, now: now.steady)
      if free > now.steady {
        next = .wait(until: min(now.wall + (free - now.steady), row.expiresAt))
      }
    }
    if case .granted(let channel, let ticket) = contacts[contact]?.place {
      if case .send = next, channel == row.channel, ticket.isBroadcast || row.lane != .broadcast {
        return send(row, ticket, now: now, sends: &sends)
      }
      gates[channel]?.withdraw(ticket, now: now.steady)
    }
    switch next {
    case .send: park(row, now: now)
    case .wait where contacts[contact]?.hasNews == true: makeReady(contact)
    case .wait(let until): _ = wait(contact, at: .waiting(row.channel), until: now.steady(at: until))
    case .move(let move):
      contacts[contact]?.place = .moving
      contacts[contact]?.hasNews = false
      moves.append(Recording(move: move, contact: contact))
    }
  }

  private mutating func park(_ row: OutboxRow, now: Moment) {
    let keepsRow = parkedRows < SenderLimits.parkedRows
    if keepsRow { parkedRows += 1 }
    let turn = wait(
      row.contactID,
      at: .parked(row.channel, keepsRow ? row : nil, isBroadcast: row.lane == .broadcast),
      until: now.steady(at: row.lastMoment))
    lanes[row.channel, default: LaneQueues()]
      .append(LaneQueues.Place(contact: row.contactID, turn: turn), lane: row.lane)
    crowded.insert(row.channel)
  }

  /// Lets through what the channels let through.
  ///
  /// - Returns: what may be sent at once, and contacts with a place whose rows are to be read first.
  mutating func grants(now: Moment) -> (sends: [Send], reads: [Int64]) {
    var sends: [Send] = []
    var reads: [Int64] = []
    for channel in crowded { grant(channel, now: now, sends: &sends, reads: &reads) }
    return (sends, reads)
  }

  private mutating func grant(
    _ channel: Channel, now: Moment, sends: inout [Send], reads: inout [Int64]
  ) {
    guard var queues = lanes[channel] else { return }
    lanes[channel] = nil
    var gate = gates[channel] ?? ChannelGate(settings: settings, now: now.steady)
    gates[channel] = nil
    line: while true {
      queues.dropWhile { contacts[$0.contact]?.turn != $0.turn }
      guard !queues.isEmpty else {
        crowded.remove(channel)
        break
      }
      var opening = gate.enter(now: now.steady, isBroadcast: queues.isBroadcastNext)
      // Where the broadcasts' share is used up, what is left is for the others.
      let skipsBroadcasts = queues.isBroadcastNext && queues.hasReplies && !opening.isOpen
      if skipsBroadcasts {
        if case .closed(let until) = opening { look(at: until) }
        opening = gate.enter(now: now.steady)
      }
      switch opening {
      case .full: break line
      case .closed(let until):
        look(at: until)
        break line
      case .open(let ticket):
        let first = skipsBroadcasts ? queues.popReply() : queues.popFirst()
        guard let place = first, case .parked(_, let row, _) = contacts[place.contact]?.place else {
          gate.withdraw(ticket, now: now.steady)
          continue
        }
        if let row, row.lastMoment > now.wall {
          parkedRows -= 1
          send(row, ticket, now: now, sends: &sends)
        } else {
          if row != nil { parkedRows -= 1 }
          contacts[place.contact]?.place = .granted(channel, ticket)
          contacts[place.contact]?.hasNews = false
          reads.append(place.contact)
        }
      }
    }
    gates[channel] = gate
    if !queues.isEmpty { lanes[channel] = queues }
  }

  private mutating func send(
    _ row: OutboxRow, _ ticket: ChannelGate.Ticket, now: Moment, sends: inout [Send]
  ) {
    contacts[row.contactID]?.place = .sending(row.channel, ticket)
    contacts[row.contactID]?.hasNews = false
    pace?.spend(row.contactID, now: now.steady)
    sends.append(Send(row: row, ticket: ticket))
  }

  /// A send that was to begin does not: its row has changed, or could not be marked.
  mutating func withdraw(_ send: Send, now: Moment) {
    gates[send.row.channel]?.withdraw(send.ticket, now: now.steady)
    makeReady(send.row.contactID)
  }

  /// A send has ended.
  ///
  /// - Returns: where that puts the message, and what a person must hear of.
  mutating func ended(
    _ send: Send, result: SendResult, jitter: Double, now: Moment
  ) -> (recording: Recording, news: [ChannelGate.News]) {
    let contact = send.row.contactID
    let failures = contacts[contact]?.failures ?? 0
    let move = policy.move(send.row, after: result, failures: failures, jitter: jitter, now: now.wall)
    contacts[contact]?.failures = result.outcome == .notSent ? failures + 1 : 0
    contacts[contact]?.place = .moving
    if send.row.content.media != nil, result.outcome == .accepted { acceptedMedia(contact, now: now) }
    let news = gates[send.row.channel]?.leave(send.ticket, result: result, now: now.steady) ?? []
    return (Recording(move: move, contact: contact), news)
  }

  /// What was moved is on disk: whatever the contact has next is next.
  ///
  /// - Parameter idle: contacts that had nothing left then.
  mutating func recorded(_ moved: some Sequence<Int64>, idle: Set<Int64>) {
    for contact in moved {
      if idle.contains(contact), contacts[contact]?.hasNews == false {
        contacts[contact] = nil
      } else {
        makeReady(contact)
      }
    }
  }

  /// What was asked for could not be read: it is asked for again.
  mutating func unread(_ reads: [Int64], now: Moment) {
    for contact in reads {
      if case .granted(let channel, let ticket) = contacts[contact]?.place {
        gates[channel]?.withdraw(ticket, now: now.steady)
      }
      makeReady(contact)
    }
  }
}

extension OutboxRow {
  /// Until when it may go out without another look.
  fileprivate var lastMoment: Timestamp {
    content.needsOpenWindow ? min(expiresAt, windowClosesAt ?? expiresAt) : expiresAt
  }
}
