import Dialogue
import Gateway
import Journal

/// What becomes of an outgoing message: pure, from its row, the time and the end of an attempt.
package struct OutboundPolicy: Sendable {
  package var settings: GatewaySettings

  package init(settings: GatewaySettings) { self.settings = settings }

  /// What is to be done with a contact's oldest message that is not at an end.
  package enum Next: Sendable {
    case send
    /// Until this wall time, or until there is news of the contact.
    case wait(until: Timestamp)
    case move(OutboxMove)
  }

  package func next(_ row: OutboxRow, now: Timestamp) -> Next {
    // Its attempt is under way; whoever began it records its end.
    if row.state == .sending { return .wait(until: now + SenderLimits.mediaWait) }
    if row.expiresAt <= now, !row.mayBeSentUnheard {
      return .move(move(row, to: .expired, reason: expiryReason(row), now: now))
    }
    switch row.state {
    case .queued:
      let mediaEnd = row.mediaBeforeAcceptedAt.map { min($0, now) + SenderLimits.mediaWait }
      let ready = max(row.dueAt, mediaEnd ?? row.dueAt)
      if row.isHeld(at: now) { return .wait(until: row.expiresAt) }
      return ready <= now ? .send : .wait(until: min(ready, row.expiresAt))
    case .unknown:
      // A clock that was set back since must not make the customer wait longer than one settling time.
      let end = min(row.dueAt, now + settings.settle)
      guard end <= now else { return .wait(until: row.mayBeSentUnheard ? end : min(end, row.expiresAt)) }
      return .move(settled(row, now: now))
    default:
      return .wait(until: row.expiresAt)
    }
  }

  /// No news came of a message whose answer was lost.
  private func settled(_ row: OutboxRow, now: Timestamp) -> OutboxMove {
    if row.lane == .broadcast {
      return move(
        row, to: .uncertain, reason: "its answer was lost: it may have been sent, and is not sent again",
        now: now)
    }
    if settings.onAmbiguous == .resend, row.resends == 0 {
      return move(
        row, to: .queued, reason: "sent again, because its answer was lost", now: now, isResend: true)
    }
    let why = row.resends > 0 ? "its answer was lost twice" : "its answer was lost"
    return move(row, to: .held, reason: "\(why): it may have been sent; retry or drop it", now: now)
  }

  /// Where the end of an attempt puts the message.
  ///
  /// - Parameters:
  ///   - row: as it was before the attempt.
  ///   - failures: how often in a row it reached nobody before.
  ///   - jitter: a random number from 0 to 1.
  package func move(
    _ row: OutboxRow, after result: SendResult, failures: Int, jitter: Double, now: Timestamp
  ) -> OutboxMove {
    var move = move(row, to: .queued, reason: result.reason, now: now)
    move.attempt = OutboxMove.AttemptEnd(outcome: result.outcome.rawValue, code: result.code, endedAt: now)
    move.consumesAttempt = false
    switch result.outcome {
    case .accepted:
      move.state = .sent
      move.consumesAttempt = true
      move.messageID = result.messageID
      move.reason = result.messageID == nil ? "the provider took it without giving it an id" : nil
    case .throttled: move.dueAt = now + SenderLimits.pause(asked: result.retryAfter)
    case .notSent:
      let pauses = SenderLimits.notSentPauses
      let longest = pauses[min(max(failures, 0), pauses.count - 1)]
      move.dueAt = now + .milliseconds(Int64(Double(longest.wholeMilliseconds) * jitter))
    case .config: break
    case .permanent, .unreachable:
      move.state = .dead
      move.consumesAttempt = true
      move.isUnreachable = result.outcome == .unreachable
    case .rejected:
      move.consumesAttempt = true
      // An attempt whose answer was lost is paid for by its resend.
      let step = max(row.attempts - row.resends, 0)
      if step < SenderLimits.rejectedLadder.count {
        move.dueAt = now + SenderLimits.rejectedLadder[step]
      } else {
        move.state = .dead
      }
    case .ambiguous:
      move.state = result.mayResend ? .unknown : row.lane == .broadcast ? .uncertain : .held
      move.consumesAttempt = true
      move.dueAt = now + settings.settle
    }
    return move
  }

  private func expiryReason(_ row: OutboxRow) -> String {
    if row.isHeld(at: row.expiresAt) { return "the customer did not write in time, and it is no template" }
    return "it was not sent in time" + (row.reason.map { "; before that: \($0)" } ?? "")
  }

  private func move(
    _ row: OutboxRow, to state: OutboxState, reason: String, now: Timestamp, isResend: Bool = false
  ) -> OutboxMove {
    OutboxMove(id: row.id, state: state, reason: reason, dueAt: now, isResend: isResend, now: now)
  }
}

extension OutboxRow {
  /// Whether it is a broadcast's whose answer was lost: it never counts as not sent, however late it is.
  fileprivate var mayBeSentUnheard: Bool { lane == .broadcast && state == .unknown }
}
