import CoreMetrics
import Dialogue
import Journal
import Logging
import ServiceLifecycle

/// Runs the inbox: contacts with pending events, one at a time per contact, many contacts in one commit.
package struct Dispatcher: Service {
  let journal: Journal
  let bots: BotRegistry
  let queue: ContactQueue
  let outgoing: any Outgoing
  /// Rung when there are calls to make.
  let calling: Bell
  let metrics: DaemonMetrics
  let latch: FailureLatch
  let logger: Logger
  let now: @Sendable () -> Timestamp

  /// Contacts in one commit.
  private static let batch = 128
  /// Events of one contact that the journal hands out at once.
  private static let eventsAtOnce = 100

  package func run() async throws {
    await withGracefulShutdownHandler {
      do {
        queue.add(try await journal.pendingContacts())
      } catch {
        latch.fail(DaemonFailure(error))
      }
      // One batch after the other: what comes while one waits for the disk makes the next one larger, and cheaper.
      while let contacts = await queue.take(Self.batch) {
        await dispatch(contacts)
        queue.release(contacts)
      }
    } onGracefulShutdown: {
      queue.close()
    }
  }

  private func dispatch(_ contacts: [Int64]) async {
    do {
      let work = try await journal.work(for: contacts, unreadable: hold)
      let runner = TurnRunner(now: now())
      var records: [TurnRecord] = []
      for contact in work {
        let outcome = runner.run(contact, bot: bots.bot(for: contact.channel))
        report(outcome.problems, of: contact)
        records += outcome.records
      }
      guard !records.isEmpty else { return }
      let replies = try await journal.commit(records)
      count(records)
      if !replies.isEmpty { outgoing.offer(replies) }
      if records.contains(where: { !$0.calls.isEmpty }) { calling.ring() }
      // A contact whose events all wait for a call is left alone until that ends.
      let moved = Set(records.map(\.contactID))
      queue.add(
        work.filter { $0.events.count >= Self.eventsAtOnce && moved.contains($0.contactID) }.map(\.contactID))
    } catch {
      guard latch.survives(error) else { return }
      logger.error("\(contacts.count) contacts wait, because their turns could not be kept: \(error)")
      // A full disk: trying at once would only keep the processor warm.
      try? await Task.sleep(for: .seconds(1))
      queue.add(contacts)
    }
  }

  /// A contact with a row that makes no sense waits: running its later messages would forget where it stood.
  private func hold(_ row: UnreadableRow) {
    metrics.unreadable.increment()
    logger.critical(
      "\(row); its contact gets no answers until it is mended", metadata: ["contact": "\(row.contactID ?? 0)"]
    )
  }

  private func count(_ records: [TurnRecord]) {
    metrics.turns.increment(by: records.count)
    metrics.replies.increment(by: records.reduce(0) { $0 + $1.messages.count })
    for record in records {
      switch record.disposition {
      case .done: break
      case .stale: metrics.stale.increment()
      case .ignored:
        logger.warning("a message is ignored: no bot answers on \(record.channel.name)")
      case .poison:
        metrics.poisoned.increment()
        logger.error(
          "an event was given up, because the daemon ended while it ran; the customer got the default",
          metadata: ["inbox": "\(record.inboxID)", "contact": "\(record.contactID)"])
      }
    }
  }

  private func report(_ problems: [Problem], of contact: ContactWork) {
    metrics.problems.increment(by: problems.count)
    for problem in problems {
      let place = problem.position.map { "\($0): " } ?? ""
      logger.warning(
        "\(place)\(problem.message)",
        metadata: ["channel": "\(contact.channel.name)", "contact": "\(contact.contactID)"])
    }
  }
}
