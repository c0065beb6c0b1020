/// Which exchanges are asked for; what is nil asks for all.
package struct TrafficFilter: Sendable, Hashable {
  var kind: TrafficEntry.Kind?
  /// Milliseconds since 1970 UTC, inclusive.
  var since: Int64?
  /// Canonical.
  var number: String?
  var call: String?
  /// The code in the JSON, the HTTP status where there is none, `none` for what was not answered.
  var status: String?
  /// The newest so many.
  var limit: Int?

  package init() {}

  func takes(_ entry: TrafficEntry) -> Bool {
    if let kind, entry.kind != kind { return false }
    if let since, entry.at < since { return false }
    if let number, entry.number != number { return false }
    if let call, entry.call != call { return false }
    guard let status else { return true }
    if status == "none" { return entry.answer == nil }
    return (entry.code ?? entry.answer.map { String($0.httpStatus) }) == status
  }
}
