import CoreMetrics

/// What the daemon counts.
package struct DaemonMetrics: Sendable {
  package let registry: PrometheusRegistry
  package let messages: Counter
  package let duplicates: Counter
  package let statuses: Counter
  package let quarantined: Counter
  /// Callbacks refused before they were read, by answer.
  private let refused: [Int: Counter]
  package let shed: Counter
  package let notKept: Counter
  package let turns: Counter
  package let replies: Counter
  package let stale: Counter
  package let poisoned: Counter
  /// Times that a contact was left alone because a row of it makes no sense.
  package let unreadable: Counter
  /// Authors' mistakes that only a running conversation showed.
  package let problems: Counter
  package let reloads: Counter
  package let failedReloads: Counter
  /// Whether the last reload, or the start, took every bot as it is in its folder: 1 or 0.
  package let isCurrent: Meter
  package let acceptTime: CoreMetrics.Timer

  package init(registry: PrometheusRegistry = PrometheusRegistry()) {
    self.registry = registry
    func counter(_ label: String, _ help: String, _ dimensions: [(String, String)] = []) -> Counter {
      registry.describe(label, help)
      return Counter(label: label, dimensions: dimensions, factory: registry)
    }
    let callbacks = ("balas_callbacks_total", "Callbacks answered 000, by what they were.")
    messages = counter(callbacks.0, callbacks.1, [("kind", "message")])
    duplicates = counter(callbacks.0, callbacks.1, [("kind", "duplicate")])
    statuses = counter(callbacks.0, callbacks.1, [("kind", "status")])
    quarantined = counter(callbacks.0, callbacks.1, [("kind", "quarantined")])
    refused = Dictionary(
      uniqueKeysWithValues: [401, 403, 404, 405, 413].map {
        ($0, counter("balas_callbacks_refused_total", "Callbacks refused unread.", [("code", "\($0)")]))
      })
    shed = counter("balas_callbacks_shed_total", "Callbacks answered 503 because too many came at once.")
    notKept = counter(
      "balas_callbacks_not_kept_total", "Callbacks answered 503 because they could not be kept.")
    turns = counter("balas_turns_total", "Events run through a bot.")
    replies = counter("balas_replies_total", "Messages that turns put into the outbox.")
    stale = counter("balas_stale_messages_total", "Messages that came too late to be answered.")
    poisoned = counter(
      "balas_poisoned_events_total", "Events given up because they ended the daemon three times.")
    unreadable = counter(
      "balas_unreadable_rows_total", "Times a contact was not answered because a row of it makes no sense.")
    problems = counter("balas_bot_problems_total", "Mistakes of bots that a running conversation showed.")
    let reload = ("balas_reloads_total", "Reloads, by how they ended.")
    reloads = counter(reload.0, reload.1, [("result", "success")])
    failedReloads = counter(reload.0, reload.1, [("result", "failure")])
    registry.describe("balas_bots_current", "1 if every bot runs as it is in its folder, else 0.")
    isCurrent = Meter(label: "balas_bots_current", factory: registry)
    registry.describe("balas_callback_seconds", "From a callback's head to its answer.")
    acceptTime = CoreMetrics.Timer(label: "balas_callback_seconds", factory: registry)
  }

  package func refused(_ code: Int) { refused[code]?.increment() }
}
