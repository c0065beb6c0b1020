import Journal
import ServiceLifecycle
import Synchronization

/// Ends the daemon when something it cannot go on without fails.
package final class FailureLatch: Service {
  private let failures: AsyncStream<DaemonFailure>
  private let report: AsyncStream<DaemonFailure>.Continuation

  package init() { (failures, report) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1)) }

  /// The first failure ends the daemon; later ones follow from it.
  package func fail(_ failure: DaemonFailure) { report.yield(failure) }

  /// Whether `error` lets the daemon go on; otherwise it ends.
  package func survives(_ error: any Error) -> Bool {
    if error is CancellationError { return true }
    if case JournalFailure.full = error { return true }
    // One contact's; the file is in order, whatever SQLite finds.
    if error is UnreadableRow { return true }
    fail(DaemonFailure(error))
    return false
  }

  package func run() async throws {
    for await failure in failures.cancelOnGracefulShutdown() { throw failure }
  }
}
