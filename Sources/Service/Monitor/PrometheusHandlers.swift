import CoreMetrics
import Synchronization

final class PrometheusCounter: CounterHandler {
  private let count = Atomic<Int64>(0)

  var value: Double { Double(count.load(ordering: .relaxed)) }

  func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }
  func reset() { count.store(0, ordering: .relaxed) }
}

final class PrometheusGauge: MeterHandler, RecorderHandler {
  private let state = Mutex(0.0)

  var value: Double { state.withLock { $0 } }

  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { state.withLock { $0 = value } }
  func increment(by amount: Double) { state.withLock { $0 += amount } }
  func decrement(by amount: Double) { state.withLock { $0 -= amount } }
  func record(_ value: Int64) { set(Double(value)) }
  func record(_ value: Double) { set(value) }
}

/// Times in seconds, or plain values, in fixed buckets.
final class PrometheusHistogram: TimerHandler, RecorderHandler {
  struct Snapshot {
    var count = 0
    var sum = 0.0
    /// How many were at most ``PrometheusHistogram/bounds`` at the same place.
    var buckets = [Int](repeating: 0, count: PrometheusHistogram.bounds.count)
  }

  static let bounds = [0.001, 0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 60]

  private let state = Mutex(Snapshot())

  var snapshot: Snapshot { state.withLock { $0 } }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    state.withLock { state in
      state.count += 1
      state.sum += value
      for (index, bound) in Self.bounds.enumerated() where value <= bound { state.buckets[index] += 1 }
    }
  }
}
