import CoreMetrics
import Hummingbird
import Journal

/// What monitoring asks: `/metrics`, `/healthz` (the process lives), `/readyz` (it takes callbacks).
struct MonitorRoutes: Sendable {
  private let journal: Journal
  private let registry: PrometheusRegistry
  private let waitingEvents: Meter
  private let waitingMessages: Meter
  private let openPanels: Meter
  private let unansweredPanels: Meter
  private let waitingCalls: Meter
  private let runningBroadcasts: Meter
  private let waitingRows: Meter
  private let freeBytes: Meter

  init(journal: Journal, registry: PrometheusRegistry) {
    self.journal = journal
    self.registry = registry
    func meter(_ label: String, _ help: String) -> Meter {
      registry.describe(label, help)
      return Meter(label: label, factory: registry)
    }
    waitingEvents = meter("balas_waiting_events", "Events that were not run yet.")
    waitingMessages = meter("balas_waiting_messages", "Messages that are not at an end.")
    openPanels = meter("balas_open_panels", "Conversations that a person has.")
    unansweredPanels = meter(
      "balas_unanswered_panels", "Conversations whose customer asked for a person, and none has written.")
    waitingCalls = meter("balas_waiting_calls", "Calls of scenarios that have no end yet.")
    runningBroadcasts = meter("balas_running_broadcasts", "Broadcasts that are being sent.")
    waitingRows = meter(
      "balas_waiting_broadcast_rows", "Rows of running broadcasts that are not on their way yet.")
    freeBytes = meter("balas_free_bytes", "Free bytes on the disk of the data folder.")
  }

  func answer(_ request: Request) async -> Response {
    guard request.method == .get || request.method == .head else {
      return .refusal(.methodNotAllowed, "Only GET.", extra: [.allow: "GET, HEAD"])
    }
    let response = await answer(path: request.uri.path)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(path: String) async -> Response {
    switch path {
    case "/healthz": return .text("alive\n")
    case "/readyz":
      if let failure = journal.failure { return .text("\(failure)\n", status: .serviceUnavailable) }
      if journal.isShortOfSpace {
        return .text("The disk is nearly full: callbacks are refused.\n", status: .serviceUnavailable)
      }
      return .text("ready\n")
    case "/metrics":
      if let waiting = try? await journal.waiting() {
        waitingEvents.set(waiting.events)
        waitingMessages.set(waiting.messages)
        waitingCalls.set(waiting.calls)
      }
      if let panels = try? await journal.panels() {
        openPanels.set(panels.open)
        unansweredPanels.set(panels.unanswered)
      }
      if let load = try? await journal.broadcastLoad() {
        runningBroadcasts.set(load.running)
        waitingRows.set(load.waitingRows)
      }
      if let free = journal.freeBytes { freeBytes.set(free) }
      var response = Response.text(registry.text())
      response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
      return response
    default: return .text("There is /metrics, /healthz and /readyz.\n", status: .notFound)
    }
  }
}
