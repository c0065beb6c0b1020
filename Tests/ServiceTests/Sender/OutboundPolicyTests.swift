import Dialogue
import Gateway
import Journal
import Testing

@testable import Service

@Suite("what becomes of an outgoing message")
struct OutboundPolicyTests {
  private let policy = OutboundPolicy(settings: GatewaySettings())

  private func text(_ next: OutboundPolicy.Next) -> String {
    switch next {
    case .send: "send"
    case .wait(let until): "wait \((until - .start).components.seconds)"
    case .move(let move): move.isResend ? "resend" : move.state.rawValue
    }
  }

  struct Look: Sendable {
    var row: OutboxRow
    var at: Duration
    var onAmbiguous = GatewaySettings.OnAmbiguous.resend
    var expected: String
  }

  @Test(
    "a contact's oldest message is sent, waits or ends",
    arguments: [
      Look(row: .sample(), at: .zero, expected: "send"),
      Look(row: .sample(due: .seconds(30)), at: .seconds(29), expected: "wait 30"),
      Look(row: .sample(due: .seconds(30)), at: .seconds(30), expected: "send"),
      Look(row: .sample(due: .seconds(2000)), at: .zero, expected: "wait 900"),
      Look(row: .sample(), at: .seconds(899), expected: "send"),
      Look(row: .sample(), at: .seconds(900), expected: "expired"),
      Look(row: .sample(due: .seconds(2000)), at: .seconds(900), expected: "expired"),
      Look(row: .sample(mediaBefore: .zero), at: .seconds(1), expected: "wait 10"),
      Look(row: .sample(mediaBefore: .zero), at: .seconds(10), expected: "send"),
      Look(row: .sample(expires: .seconds(5), mediaBefore: .zero), at: .seconds(1), expected: "wait 5"),
      // The clock was set back after the media went out.
      Look(row: .sample(mediaBefore: .seconds(500)), at: .zero, expected: "wait 10"),
      Look(row: .sample(state: .unknown, due: .seconds(90)), at: .seconds(89), expected: "wait 90"),
      Look(row: .sample(state: .unknown, due: .seconds(90)), at: .seconds(90), expected: "resend"),
      Look(
        row: .sample(state: .unknown, due: .seconds(90)), at: .seconds(90), onAmbiguous: .hold,
        expected: "held"),
      Look(
        row: .sample(state: .unknown, resends: 1, due: .seconds(90)), at: .seconds(90), expected: "held"),
      Look(
        row: .sample(state: .unknown, due: .seconds(5000), expires: .seconds(9000)), at: .zero,
        expected: "wait 90"),
      Look(
        row: .sample(state: .unknown, due: .seconds(90), expires: .seconds(60)), at: .zero,
        expected: "wait 60"),
      Look(
        row: .sample(state: .unknown, due: .seconds(90), expires: .seconds(60)), at: .seconds(60),
        expected: "expired"),
      // A broadcast's is never sent again, and never counts as not sent.
      Look(
        row: .sample(lane: .broadcast, state: .unknown, due: .seconds(90)), at: .seconds(90),
        expected: "uncertain"),
      Look(
        row: .sample(lane: .broadcast, state: .unknown, due: .seconds(90), expires: .seconds(60)), at: .zero,
        expected: "wait 90"),
      Look(
        row: .sample(lane: .broadcast, state: .unknown, due: .seconds(90), expires: .seconds(60)),
        at: .seconds(95), expected: "uncertain"),
      Look(row: .sample(lane: .broadcast), at: .seconds(900), expected: "expired"),
      Look(row: .sample(state: .sending), at: .seconds(1000), expected: "wait 1010"),
    ])
  func next(look: Look) {
    let policy = OutboundPolicy(settings: GatewaySettings(onAmbiguous: look.onAmbiguous))
    #expect(text(policy.next(look.row, now: .start + look.at)) == look.expected)
  }

  struct End: Sendable, CustomTestStringConvertible {
    var result: SendResult
    var row = OutboxRow.sample()
    var failures = 0
    var state: OutboxState
    var due = Duration.zero
    var consumes = false

    var testDescription: String { "\(result.outcome.rawValue) \(row.attempts)/\(row.resends) \(failures)" }
  }

  @Test(
    "the end of an attempt puts the message where the table says",
    arguments: [
      End(result: .sample(.accepted), state: .sent, consumes: true),
      End(result: .sample(.throttled, retryAfter: .seconds(7)), state: .queued, due: .seconds(7)),
      End(result: .sample(.throttled), state: .queued, due: .seconds(5)),
      End(result: .sample(.notSent), state: .queued, due: .milliseconds(500)),
      End(result: .sample(.notSent), failures: 1, state: .queued, due: .seconds(1)),
      End(result: .sample(.notSent), failures: 5, state: .queued, due: .seconds(16)),
      End(result: .sample(.notSent), failures: 6, state: .queued, due: .seconds(30)),
      End(result: .sample(.notSent), failures: 99, state: .queued, due: .seconds(30)),
      End(result: .sample(.permanent), state: .dead, consumes: true),
      End(result: .sample(.unreachable), state: .dead, consumes: true),
      End(result: .sample(.config), state: .queued),
      End(result: .sample(.rejected), state: .queued, due: .seconds(30), consumes: true),
      End(
        result: .sample(.rejected), row: .sample(attempts: 1), state: .queued, due: .seconds(120),
        consumes: true),
      End(
        result: .sample(.rejected), row: .sample(attempts: 2), state: .queued, due: .seconds(600),
        consumes: true),
      End(result: .sample(.rejected), row: .sample(attempts: 3), state: .dead, consumes: true),
      End(
        result: .sample(.rejected), row: .sample(attempts: 1, resends: 1), state: .queued, due: .seconds(30),
        consumes: true),
      End(result: .sample(.ambiguous), state: .unknown, due: .seconds(90), consumes: true),
      End(
        result: SendResult(.ambiguous, code: "700", detail: "One leg.", mayResend: false), state: .held,
        due: .seconds(90), consumes: true),
      End(
        result: .sample(.ambiguous), row: .sample(lane: .broadcast), state: .unknown, due: .seconds(90),
        consumes: true),
      End(
        result: SendResult(.ambiguous, code: "700", detail: "One leg.", mayResend: false),
        row: .sample(lane: .broadcast), state: .uncertain, due: .seconds(90), consumes: true),
    ])
  func ends(end: End) {
    let now = Timestamp.start + .seconds(100)
    let move = policy.move(end.row, after: end.result, failures: end.failures, jitter: 0.5, now: now)
    #expect(move.id == end.row.id)
    #expect(move.state == end.state)
    #expect(move.dueAt == now + end.due)
    #expect(move.consumesAttempt == end.consumes)
    #expect(!move.isResend)
    #expect(move.attempt?.outcome == end.result.outcome.rawValue)
    #expect(move.messageID == end.result.messageID)
    #expect(move.isUnreachable == (end.result.outcome == .unreachable))
    #expect((move.reason == nil) == (end.state == .sent))
  }

  @Test("every outcome has its case in the table above")
  func complete() {
    for outcome in SendOutcome.allCases {
      let move = policy.move(.sample(), after: .sample(outcome), failures: 0, jitter: 0, now: .start)
      #expect(move.attempt?.code == outcome.rawValue)
      #expect(move.state == .sent || move.reason != nil)
    }
  }

  @Test("what expired says what stood in its way before")
  func expiryReason() {
    guard case .move(let move) = policy.next(.sample(expires: .zero, reason: "refused"), now: .start) else {
      return #expect(Bool(false), "it did not expire")
    }
    #expect(move.reason == "it was not sent in time; before that: refused")
  }
}
