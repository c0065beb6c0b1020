import Foundation
import Logging
import Synchronization

@testable import Service

/// Keeps what is logged, each line as standard error would have it.
final class RecordedLog: Sendable {
  private let kept = Mutex<[String]>([])

  var lines: [String] { kept.withLock { $0 } }
  var text: String { lines.joined() }

  /// Everything from `level` on.
  func logger(_ level: Logger.Level = .info) -> Logger {
    Logger(label: "balas") { _ in Handler(log: self, logLevel: level) }
  }

  private struct Handler: LogHandler {
    let log: RecordedLog
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let fields = metadata.merging(event.metadata ?? [:]) { $1 }
      let line = StderrLogHandler.line(
        event.level, event.message.description, fields, isJournal: false, at: Date())
      log.kept.withLock { $0.append(line) }
    }
  }
}
