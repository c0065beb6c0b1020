import Dialogue
import Foundation
import Journal
import StrictYAML

extension AdminDesk {
  private static let usualRate = Rate(count: 10, per: .seconds(1))
  /// How long after its start a broadcast ends that does not say when.
  private static let broadcastLife = Duration.seconds(24 * 60 * 60)
  private static let mistakesShown = 20
  private static let samplesShown = 3

  package func planBroadcast(_ order: BroadcastOrder) async throws -> BroadcastReport {
    try await prepared(order).report
  }

  package func startBroadcast(_ order: BroadcastOrder) async throws -> BroadcastItem {
    let (plan, report, new) = try await prepared(order)
    guard plan.mistakes.isEmpty || order.skipsBadRows else {
      throw AdminRefusal(
        .invalid,
        "\(plan.mistakes.count) of \(report.rows) rows cannot be used, so nothing is sent: mend them, or send the others with --skip-bad.\n"
          + report.mistakes.joined(separator: "\n"))
    }
    if !order.again,
      case .repeats(let id, let createdAt)? = try await journal.broadcastRepeated(new, now: now())
    {
      throw Self.repeated(id, createdAt)
    }
    guard report.toSend > 0 else {
      let reasons = report.skipped.keys.sorted().joined(separator: "; ")
      throw AdminRefusal(
        .invalid,
        "\(order.file) has no row that would be sent to\(reasons.isEmpty ? "" : ": \(reasons)").")
    }
    switch try await journal.createBroadcast(new, again: order.again, now: now()) {
    case .created(let id): return try await broadcast(id)
    case .repeats(let id, let createdAt): throw Self.repeated(id, createdAt)
    }
  }

  private static func repeated(_ id: Int64, _ createdAt: Timestamp) -> AdminRefusal {
    AdminRefusal(
      .conflict,
      "This file and template were given at \(createdAt.date.formatted(.iso8601)) already, as broadcast \(id), so nothing is sent: look at it with `balas broadcast show \(id)`, or send it once more with --again."
    )
  }

  package func broadcasts(limit: Int) async throws -> [BroadcastItem] {
    var items: [BroadcastItem] = []
    for broadcast in try await journal.broadcasts(limit: limit) {
      if let found = try await journal.broadcast(broadcast.id) {
        items.append(BroadcastItem(found.broadcast, found.tally))
      }
    }
    return items
  }

  /// Those without an end.
  func openBroadcasts() async throws -> [BroadcastItem] {
    var items: [BroadcastItem] = []
    for broadcast in try await journal.openBroadcasts() {
      items.append(try await self.broadcast(broadcast.id))
    }
    return items
  }

  package func broadcast(_ id: Int64) async throws -> BroadcastItem {
    guard let found = try await journal.broadcast(id) else { throw Self.unknownBroadcast(id) }
    return BroadcastItem(found.broadcast, found.tally)
  }

  package func decide(_ verb: BroadcastVerb, broadcast id: Int64) async throws -> BroadcastItem {
    let decision =
      switch verb {
      case .pause: try await journal.pauseBroadcast(id)
      case .resume: try await journal.resumeBroadcast(id, now: now())
      case .cancel: try await journal.cancelBroadcast(id, now: now())
      }
    switch decision {
    case .done: return try await broadcast(id)
    case .notFound: throw Self.unknownBroadcast(id)
    case .tooLate:
      throw AdminRefusal(
        .conflict, "The time of broadcast \(id) is over, so it cannot go on; send it as a new one.")
    case .refused(let state):
      throw AdminRefusal(
        .conflict, "Broadcast \(id) is \(state.rawValue), so there is nothing to \(verb.rawValue).")
    }
  }

  package func broadcastEnds(_ id: Int64, after line: Int, limit: Int) async throws -> [BroadcastEnd] {
    guard try await journal.broadcast(id) != nil else { throw Self.unknownBroadcast(id) }
    return try await journal.broadcastEnds(id, after: line, limit: limit)
  }

  private static func unknownBroadcast(_ id: Int64) -> AdminRefusal {
    AdminRefusal(.notFound, "There is no broadcast \(id); `balas broadcast list` shows what there is.")
  }

  private typealias Prepared = (plan: BroadcastPlan, report: BroadcastReport, new: NewBroadcast)

  private func prepared(_ order: BroadcastOrder) async throws -> Prepared {
    let running = try needed("broadcast")
    let channel = try channel(projectID: order.projectID)
    let written = order.rate
    guard let rate = written.map({ Rate(written: $0) }) ?? Self.usualRate else {
      throw AdminRefusal(.invalid, "--rate: `\(written ?? "")` is no rate; write it like 10/s or 300/m.")
    }
    var plan = try BroadcastPlan(order, channel: channel)
    plan.skip(
      try await journal.broadcastObstacles(
        plan.rowsToSend.map(\.number), channel: channel, hasSMS: order.sms != nil, now: now()))
    if !order.again {
      plan.skip(
        try await journal.broadcastRepeats(
          plan.rowsToSend, template: plan.template, channel: channel, now: now()))
    }
    let times = try times(order, timezone: running.bots.bot(for: channel)?.timezone ?? .gmt)
    let report = report(plan, channel, rate: rate, times)
    guard times.start + .seconds(report.seconds) <= times.end else {
      throw AdminRefusal(
        .invalid,
        "At \(report.rate.formatted()) messages a second it takes \(report.seconds / 3600 + 1) hours, longer than it may: give a higher --rate or a later --until."
      )
    }
    let new = NewBroadcast(
      channel: channel, name: order.name, template: plan.template, rate: rate.perSecond,
      checksNumbers: order.checksNumbers, digest: plan.digest, dueAt: times.start, expiresAt: times.end,
      rows: plan.allRows)
    return (plan, report, new)
  }

  private func times(_ order: BroadcastOrder, timezone: TimeZone) throws -> (start: Timestamp, end: Timestamp)
  {
    let now = now()
    var start = now
    if let at = order.at {
      start = try BroadcastMoment.read(at, option: "--at", in: timezone)
      guard start > now else {
        throw AdminRefusal(.invalid, "--at: \(at) is over; leave it out to begin now.")
      }
    }
    guard let until = order.until else { return (start, start + Self.broadcastLife) }
    let end = try BroadcastMoment.read(until, option: "--until", in: timezone)
    guard end > start else { throw AdminRefusal(.invalid, "--until: \(until) is before its start.") }
    return (start, end)
  }

  private func report(
    _ plan: BroadcastPlan, _ channel: Channel, rate: Rate, _ times: (start: Timestamp, end: Timestamp)
  ) -> BroadcastReport {
    let toSend = plan.rowsToSend
    let perSecond = min(rate.perSecond, BroadcastShare.share(of: live.current.gateway.rate).perSecond)
    var skipped: [String: Int] = [:]
    for row in plan.rows {
      guard let reason = row.skipped else { continue }
      skipped[String(reason.prefix { $0 != "," }), default: 0] += 1
    }
    return BroadcastReport(
      file: plan.file, channel: channel.name, numberColumn: plan.numberColumn,
      rows: plan.rows.count + plan.mistakes.count, toSend: toSend.count, skipped: skipped,
      mistakes: plan.mistakes.prefix(Self.mistakesShown).map { "\(plan.file):\($0.line) \($0.sentence)" },
      mistakeCount: plan.mistakes.count,
      samples: toSend.prefix(Self.samplesShown).map {
        .init(line: $0.line, number: $0.number, template: $0.places.filling(plan.template))
      }, rate: perSecond, askedRate: rate.perSecond,
      seconds: Int((Double(toSend.count) / perSecond).rounded(.up)), dueAt: times.start,
      expiresAt: times.end)
  }
}
