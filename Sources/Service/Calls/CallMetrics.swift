import CoreMetrics
import Dialogue
import Outcall

/// What calls count.
struct CallMetrics: Sendable {
  private let ended: [CallReport.Ending: Counter]
  private let running: Meter
  private let time: CoreMetrics.Timer

  init(registry: PrometheusRegistry) {
    registry.describe("balas_calls_total", "Calls of scenarios, by how they ended.")
    ended = Dictionary(
      uniqueKeysWithValues: CallReport.Ending.allCases.map {
        ($0, Counter(label: "balas_calls_total", dimensions: [("outcome", $0.rawValue)], factory: registry))
      })
    registry.describe("balas_calls_running", "Calls of scenarios that are under way.")
    running = Meter(label: "balas_calls_running", factory: registry)
    registry.describe("balas_call_seconds", "From the beginning of a scenario's call to its end.")
    time = CoreMetrics.Timer(label: "balas_call_seconds", factory: registry)
  }

  func ended(_ ending: CallReport.Ending, after duration: Duration) {
    ended[ending]?.increment()
    time.recordNanoseconds(duration.wholeMilliseconds * 1_000_000)
  }

  /// - Parameter count: how many there are now.
  func underWay(_ count: Int) { running.set(count) }
}
