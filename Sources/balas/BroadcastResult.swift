import ArgumentParser
import CSV
import Foundation
import Journal
import Service

/// `balas broadcast result`
struct BroadcastResult: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "result", abstract: "Write what became of each row as CSV.",
    discussion: """
      The columns are line, number, state, reason, message_id, sent_at, delivered_at and read_at; the line is that of the
      file the broadcast was made of, and times are in UTC. It can be written at any time, also while rows wait.

      Examples:
        balas broadcast result 3 --output result.csv
        balas broadcast result 3 | grep uncertain
      """)

  @Argument(help: "The broadcast's id.")
  var id: Int64

  @Option(
    help: ArgumentHelp("The file to write; standard output otherwise.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var daemon: DaemonOptions

  private static let rowsAtOnce = 5000

  func run() async throws {
    try await daemon.withAdministration { administration in
      var text = CSVWriter().line(BroadcastEnd.columns)
      var last = 0
      while true {
        let ends = try await administration.broadcastEnds(id, after: last, limit: Self.rowsAtOnce)
        for end in ends { text += CSVWriter().line(end.values) }
        guard let line = ends.last?.line, ends.count == Self.rowsAtOnce else { break }
        last = line
      }
      guard let output else { return print(text, terminator: "") }
      do {
        try text.write(toFile: output, atomically: true, encoding: .utf8)
      } catch {
        throw AdminRefusal(.invalid, "\(output) cannot be written: \(error.localizedDescription)")
      }
    }
  }
}

extension BroadcastEnd {
  /// The columns of a result.
  static let columns = [
    "line", "number", "state", "reason", "message_id", "sent_at", "delivered_at", "read_at",
  ]

  /// Its row of a result.
  var values: [String] {
    func time(_ milliseconds: Int64?) -> String {
      milliseconds.map { Date(timeIntervalSince1970: Double($0) / 1000).formatted(.iso8601) } ?? ""
    }
    return [
      "\(line)", number, state, reason ?? "", messageID ?? "", time(sentAt), time(deliveredAt), time(readAt),
    ]
  }
}
