import CoreMetrics

/// What inquiries count.
struct InquiryMetrics: Sendable {
  enum Ending: String, CaseIterable {
    case known
    case notFound = "not-found"
    case failed
  }

  private let ended: [Ending: Counter]
  let settled: Counter

  init(registry: PrometheusRegistry = PrometheusRegistry()) {
    registry.describe("balas_inquiries_total", "Questions to the provider about messages, by its answer.")
    ended = Dictionary(
      uniqueKeysWithValues: Ending.allCases.map {
        (
          $0,
          Counter(label: "balas_inquiries_total", dimensions: [("result", $0.rawValue)], factory: registry)
        )
      })
    registry.describe(
      "balas_settled_total", "Messages whose answer was lost, and that were found at the provider.")
    settled = Counter(label: "balas_settled_total", factory: registry)
  }

  func ended(_ ending: Ending) { ended[ending]?.increment() }
}
