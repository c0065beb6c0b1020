import CoreMetrics
import Synchronization

/// Keeps the values of swift-metrics and writes them as Prometheus text (exposition format 0.0.4).
package final class PrometheusRegistry: MetricsFactory {
  private struct Key: Hashable {
    var label: String
    var dimensions: [String]
  }

  private struct State {
    var counters: [Key: PrometheusCounter] = [:]
    var gauges: [Key: PrometheusGauge] = [:]
    var histograms: [Key: PrometheusHistogram] = [:]
    var help: [String: String] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// Says what the metrics with this label count.
  package func describe(_ label: String, _ help: String) {
    state.withLock { $0.help[PrometheusText.name(label)] = help }
  }

  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    state.withLock { state in
      handler(&state.counters, label, dimensions) { PrometheusCounter() }
    }
  }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    state.withLock { state in handler(&state.gauges, label, dimensions) { PrometheusGauge() } }
  }

  package func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    state.withLock { state in
      aggregate
        ? handler(&state.histograms, label, dimensions) { PrometheusHistogram() } as any RecorderHandler
        : handler(&state.gauges, label, dimensions) { PrometheusGauge() }
    }
  }

  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    state.withLock { state in
      handler(&state.histograms, label, dimensions) { PrometheusHistogram() }
    }
  }

  // A series that a scrape has seen stays: a counter that vanishes looks like a restart.
  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyMeter(_ handler: any MeterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}

  /// All values, as a scrape wants them.
  package func text() -> String {
    let (counters, gauges, histograms, help) = state.withLock {
      ($0.counters, $0.gauges, $0.histograms, $0.help)
    }
    var text = PrometheusText(help: help)
    for (key, counter) in counters { text.add(key.label, "counter", key.dimensions, counter.value) }
    for (key, gauge) in gauges { text.add(key.label, "gauge", key.dimensions, gauge.value) }
    for (key, histogram) in histograms { text.add(key.label, key.dimensions, histogram.snapshot) }
    return text.render()
  }

  private func handler<Handler>(
    _ handlers: inout [Key: Handler], _ label: String, _ dimensions: [(String, String)],
    _ make: () -> Handler
  ) -> Handler {
    let key = Key(
      label: PrometheusText.name(label),
      dimensions: dimensions.map { PrometheusText.dimension($0.0, $0.1) }.sorted())
    if let handler = handlers[key] { return handler }
    let handler = make()
    handlers[key] = handler
    return handler
  }
}
