import Foundation
import NIOCore
import NIOHTTP1

/// What came back from one call, as far as the outcome depends on it.
package struct Answer: Sendable, Hashable {
  package var http: Int
  /// The JSON `status` as a number; nil if the body is not JSON or its status no number.
  package var code: Int?
  package var messageID: String?
  /// The provider's own words.
  package var message: String?
  package var retryAfter: Duration?

  package init(
    http: Int, code: Int? = nil, messageID: String? = nil, message: String? = nil,
    retryAfter: Duration? = nil
  ) {
    self.http = http
    self.code = code
    self.messageID = messageID
    self.message = message
    self.retryAfter = retryAfter
  }

  /// The provider's code, else the HTTP status.
  package var codeText: String { code.map(String.init) ?? "http-\(http)" }
}

/// The `Retry-After` header (RFC 9110, 10.2.3).
enum RetryAfter {
  /// Seconds, or a date to be counted from `now`; nil if it says neither.
  static func duration(_ value: String?, now: Date) -> Duration? {
    guard let value = value?.trimmingCharacters(in: .whitespaces) else { return nil }
    if let seconds = Int64(value) { return seconds >= 0 ? .seconds(min(seconds, 86_400)) : nil }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    guard let date = format.date(from: value) else { return nil }
    return .seconds(min(max(date.timeIntervalSince(now).rounded(.up), 0), 86_400))
  }
}
