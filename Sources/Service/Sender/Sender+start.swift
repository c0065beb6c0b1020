import Logging
import Synchronization
import Dialogue
import Gateway
import Journal

/// The first loop: reads what is due, marks it, and sends it.
extension Sender {
  func startSends() async throws {
    defer {
      state.withLock { $0.hasEnded = true }
      toRecord.ring()
    }
    try await withThrowingDiscardingTaskGroup { sends in
      var alarm: Alarm?
      defer { alarm?.task.cancel() }
      while let round = nextRound() {
        if try await run(round, in: &sends) { continue }
        setAlarm(&alarm, at: round.deadline)
        await toStart.wait()
      }
    }
  }

  struct Round {
    var sends: [OutboundBoard.Send]
    var reads: [Int64]
    var deadline: Timestamp?
  }

  /// What can be done now; nil when nothing more may begin.
  private func nextRound() -> Round? {
    let now = clock.moment
    return state.withLock { state in
      guard !state.isStopping else { return nil }
      state.board.passTime(now: now)
      let grants = state.board.grants(now: now)
      let reads = grants.reads + state.board.takeReady(SenderLimits.batch)
      return Round(sends: grants.sends, reads: reads, deadline: state.board.nextDeadline)
    }
  }

  /// - Returns: whether there was anything to do.
  private func run(_ round: Round, in group: inout ThrowingDiscardingTaskGroup<any Error>) async throws
    -> Bool
  {
    if round.sends.isEmpty, round.reads.isEmpty { return false }
    var sends = round.sends
    if !round.reads.isEmpty {
      var unreadable: [UnreadableRow] = []
      let heads = try await patiently({
        try await journal.heads(of: round.reads, now: clock.wall()) { unreadable.append($0) }
      }) {
        $0.unread(round.reads, now: $1)
      }
      let held = hold(unreadable)
      if let heads { sends += considered(round.reads.filter { !held.contains($0) }, heads) }
    }
    guard !sends.isEmpty else { return true }
    let ids = sends.map(\.row.id)
    let begun = try await patiently({ try await journal.begin(ids, now: clock.wall()) }) { _, _ in }
    let now = clock.moment
    let mayGo = Set(begun ?? [])
    for send in sends {
      if mayGo.contains(send.row.id) {
        group.addTask { await self.send(send) }
      } else {
        state.withLock { $0.board.withdraw(send, now: now) }
      }
    }
    return true
  }

  /// Nil if the disk is full: after a while it is worth another try.
  private func patiently<Value>(
    _ body: () async throws -> Value, otherwise: (inout OutboundBoard, Moment) -> Void
  ) async throws -> Value? {
    do { return try await body() } catch JournalFailure.full {
      logger.error("Nothing can be sent: \(JournalFailure.full)")
      try? await clock.sleep(SenderLimits.journalPause)
      let now = clock.moment
      state.withLock { otherwise(&$0.board, now) }
      return nil
    }
  }

  /// A message that makes no sense is left to a person, so that the contact's other messages go on.
  ///
  /// - Returns: the contacts whose messages are being moved.
  private func hold(_ rows: [UnreadableRow]) -> Set<Int64> {
    guard !rows.isEmpty else { return [] }
    let now = clock.moment
    var held: Set<Int64> = []
    for row in rows {
      logger.critical("\(row); it is held", metadata: ["contact": "\(row.contactID ?? 0)"])
      guard let contact = row.contactID, let id = row.outboxID else { continue }
      held.insert(contact)
      state.withLock { state in
        state.moves.append(state.board.hold(id, of: contact, reason: row.description, now: now))
      }
    }
    toRecord.ring()
    return held
  }

  private func considered(_ reads: [Int64], _ heads: [OutboxRow]) -> [OutboundBoard.Send] {
    let now = clock.moment
    let (sends, hasMoves) = state.withLock { state in
      let considered = state.board.consider(reads, heads: heads, now: now)
      state.moves += considered.moves
      return (considered.sends, !considered.moves.isEmpty)
    }
    if hasMoves { toRecord.ring() }
    return sends
  }

  private func send(_ send: OutboundBoard.Send) async {
    let start = clock.steady()
    let row = send.row
    let path = row.content.media.map { mediaPath($0.hash) }
    let result = await gateway.send(
      OutboundMessage(channel: row.channel, recipient: row.number, content: row.content, mediaPath: path))
    let now = clock.moment
    metrics.ended(result.outcome, after: now.steady - start)
    let jitter = Double.random(in: 0...1)
    let news = state.withLock { state in
      let end = state.board.ended(send, result: result, jitter: jitter, now: now)
      state.moves.append(end.recording)
      return end.news
    }
    toRecord.ring()
    toStart.ring()
    tell(news, of: send, result)
  }

  private struct Alarm {
    var at: Timestamp
    var task: Task<Void, Never>
  }

  private func setAlarm(_ alarm: inout Alarm?, at deadline: Timestamp?) {
    if let alarm, alarm.at == deadline, alarm.at > clock.steady() { return }
    alarm?.task.cancel()
    alarm = deadline.map { at in
      let task = Task { [clock, toStart] in
        while !Task.isCancelled, clock.steady() < at { try? await clock.sleep(at - clock.steady()) }
        if !Task.isCancelled { toStart.ring() }
      }
      return Alarm(at: at, task: task)
    }
  }
}
