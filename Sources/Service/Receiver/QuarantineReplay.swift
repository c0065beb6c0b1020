import Gateway
import Journal
import Logging

/// Takes quarantined callbacks up again, once their project is configured.
struct QuarantineReplay: Sendable {
  let journal: Journal
  let intake: CallbackIntake
  let dialect: any CallbackDialect
  let logger: Logger

  func replay(_ projectIDs: [String], routes: CallbackRoutes) async {
    guard !projectIDs.isEmpty else { return }
    do {
      let callbacks = try await journal.quarantined(projectIDs: projectIDs)
      var replayed: [Int64] = []
      for callback in callbacks {
        guard await intake.keep(dialect.read(callback.body), body: callback.body, routes: routes) == .kept
        else { break }
        replayed.append(callback.id)
      }
      try await journal.removeQuarantined(replayed)
      if !replayed.isEmpty { logger.notice("\(replayed.count) quarantined callbacks were taken up again") }
    } catch {
      logger.error("quarantined callbacks could not be taken up again: \(error)")
    }
  }
}
