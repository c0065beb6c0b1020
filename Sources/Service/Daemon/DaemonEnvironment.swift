import Dialogue
import Foundation

/// What a daemon takes from the process it runs in.
package struct DaemonEnvironment: Sendable {
  /// Environment variables.
  package var variables: [String: String]
  package var now: @Sendable () -> Timestamp
  /// Whether a SIGHUP came before the daemon could listen for it.
  package var hangupCameEarly: @Sendable () -> Bool
  /// Ends, and reloads on SIGHUP, by the process's signals; false where the caller shuts it down.
  package var handlesSignals: Bool

  package init(
    variables: [String: String] = [:], handlesSignals: Bool = false,
    now: @escaping @Sendable () -> Timestamp = { Timestamp(Date()) },
    hangupCameEarly: @escaping @Sendable () -> Bool = { false }
  ) {
    self.variables = variables
    self.handlesSignals = handlesSignals
    self.now = now
    self.hangupCameEarly = hangupCameEarly
  }
}
