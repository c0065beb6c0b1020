import Dialogue

/// How sending stands on one channel.
package struct SenderStatus: Sendable, Hashable, Codable {
  package enum Breaker: String, Sendable, Hashable, Codable {
    case closed, open, probing, ramping
  }

  package var channel: String
  package var breaker: Breaker
  /// Why nothing is sent for a while, or until an operator has mended it; nil if something is.
  package var pausedBecause: String?
  /// Sends under way.
  package var inFlight: Int
  /// Contacts with a message that waits for its time or its turn.
  package var waiting: Int
}

extension OutboundBoard {
  /// Each channel that had something to send, by name.
  func status(now: Timestamp) -> [SenderStatus] {
    var waiting: [Channel: Int] = [:]
    for contact in contacts.values {
      switch contact.place {
      case .parked(let channel, _, _), .waiting(let channel), .granted(let channel, _):
        waiting[channel, default: 0] += 1
      case .ready, .checking, .sending, .moving: break
      }
    }
    return Set(gates.keys).union(waiting.keys).map { channel in
      let gate = gates[channel]
      return SenderStatus(
        channel: channel.name, breaker: gate?.breaker.name ?? .closed,
        pausedBecause: gate?.pause?.reason ?? gate?.throttleReason(now: now),
        inFlight: gate?.inFlight ?? 0, waiting: waiting[channel] ?? 0)
    }.sorted { $0.channel < $1.channel }
  }
}

extension CircuitBreaker {
  fileprivate var name: SenderStatus.Breaker {
    switch state {
    case .closed: .closed
    case .open: .open
    case .probing: .probing
    case .ramping: .ramping
    }
  }
}
