import Foundation
import Glibc
import Logging

/// Writes log lines to standard error: for a person with the time, for the systemd journal with its level.
package struct StderrLogHandler: LogHandler {
  package var logLevel: Logger.Level = .info
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?
  /// Whether standard error is the systemd journal, which adds the time and reads `<3>` as a level (sd-daemon(3)).
  private let isJournal: Bool

  package init(isJournal: Bool) { self.isJournal = isJournal }

  /// The handler that fits this process.
  package static func make(variables: [String: String], level: Logger.Level) -> StderrLogHandler {
    var handler = StderrLogHandler(isJournal: variables["JOURNAL_STREAM"] != nil)
    handler.logLevel = level
    return handler
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var fields = metadata
    if let provided = metadataProvider?.get() { fields.merge(provided) { _, new in new } }
    if let own = event.metadata { fields.merge(own) { _, new in new } }
    let line = Self.line(event.level, event.message.description, fields, isJournal: isJournal, at: Date())
    let bytes = Array(line.utf8)
    // One write a line keeps lines of several threads apart.
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  static func line(
    _ level: Logger.Level, _ message: String, _ fields: Logger.Metadata, isJournal: Bool, at time: Date
  ) -> String {
    let tail = fields.sorted { $0.key < $1.key }.map { " \($0.key)=\(quoted("\($0.value)"))" }.joined()
    // Our own lines may break; what somebody else wrote must not look like a line of ours.
    let text = LogText.escaped(message + tail, keepingLines: true).replacing("\n", with: "\n  ")
    if isJournal {
      // Each line of a message is an entry of its own there.
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "<\(priority(level))>\($0)\n" }.joined()
    }
    return "\(time.formatted(.iso8601)) \(level.rawValue) \(text)\n"
  }

  private static func quoted(_ value: String) -> String {
    let value = LogText.escaped(value, keepingLines: false)
    return value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
  }

  /// syslog(3)'s number.
  private static func priority(_ level: Logger.Level) -> Int {
    switch level {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
