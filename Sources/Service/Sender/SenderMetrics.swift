import Dialogue
import CoreMetrics
import Gateway

/// What sending counts.
package struct SenderMetrics: Sendable {
  private let attempts: [SendOutcome: Counter]
  private let sendTime: CoreMetrics.Timer

  package init(registry: PrometheusRegistry = PrometheusRegistry()) {
    registry.describe("balas_sends_total", "Attempts to send, by how they ended.")
    attempts = Dictionary(
      uniqueKeysWithValues: SendOutcome.allCases.map {
        ($0, Counter(label: "balas_sends_total", dimensions: [("outcome", $0.rawValue)], factory: registry))
      })
    registry.describe("balas_send_seconds", "From the first byte of a send to its outcome.")
    sendTime = CoreMetrics.Timer(label: "balas_send_seconds", factory: registry)
  }

  func ended(_ outcome: SendOutcome, after time: Duration) {
    attempts[outcome]?.increment()
    sendTime.recordNanoseconds(time.wholeMilliseconds * 1_000_000)
  }
}
