import Dialogue

/// How long and how much a call may take.
package struct CallLimits: Sendable, Equatable {
  /// Of one address; the whole call has the time its author gives it.
  package var connect: Duration = .seconds(5)
  /// The longest time an author can give.
  package var longest = Limits.callTime
  /// Of address, header and body, in bytes.
  package var request = 64 * 1024
  /// Of the answer's body, in bytes.
  package var answer = 64 * 1024
  /// How many addresses of a host are tried if it takes no connection.
  package var addresses = 3

  package init() {}
}
