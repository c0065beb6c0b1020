import Foundation

/// The time the sandbox lives in.
package struct SandboxTime: Sendable {
  package var now: @Sendable () -> Date
  package var sleep: @Sendable (Duration) async throws -> Void

  package init(
    now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  package static let system = SandboxTime(now: { Date() }, sleep: { try await Task.sleep(for: $0) })
}

extension Date {
  /// `2019-07-20 16:21:51` in WIB (UTC+7), as the provider writes times.
  package var wib: String {
    let shifted = Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.down) + 7 * 3600)
    let style = Date.ISO8601FormatStyle().year().month().day()
      .dateTimeSeparator(.space).time(includingFractionalSeconds: false)
    return shifted.formatted(style)
  }

  /// Milliseconds since 1970 UTC.
  package var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }
}
