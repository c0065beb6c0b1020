import ArgumentParser
import Foundation
import Journal
import Service
import UnixSignals

/// Shows a broadcast until it has ended.
struct BroadcastFollow {
  let administration: any Administration
  var format = ListFormat.text
  var isTerminal = isatty(STDERR_FILENO) == 1

  private static let glance = Duration.seconds(1)
  /// Where a line cannot be written over, there are few of them.
  private static let linesEvery = Duration.seconds(10)

  /// Returns when every row has its end, or Ctrl-C was pressed; ends with status 1 if not every message was sent.
  func follow(_ item: BroadcastItem) async throws {
    let interrupts = await UnixSignalsSequence(trapping: .sigint)
    let last = try await withThrowingTaskGroup(of: BroadcastItem?.self) { group in
      group.addTask { try await show(item) }
      group.addTask {
        for await _ in interrupts { break }
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
    guard let last else {
      Announcement.complain(
        "\(isTerminal ? "\n" : "")Broadcast \(item.id) goes on without this window. `balas broadcast show \(item.id) --follow` shows it again, `balas broadcast pause \(item.id)` stops it."
      )
      return
    }
    TerminalOutput.show(format == .json ? try ListFormat.json(last) : last.text)
    if last.endedAt == nil || last.tally.failed + last.tally.uncertain > 0 { throw ExitCode(1) }
  }

  /// - Returns: how it stands at its end, or when it is paused.
  private func show(_ first: BroadcastItem) async throws -> BroadcastItem {
    var progress = BroadcastProgress()
    var item = first
    var nextLine = ContinuousClock.now
    let start = ContinuousClock.now
    while true {
      let line = progress.line(item, at: start.duration(to: .now))
      if isTerminal {
        Announcement.overwrite(line)
      } else if ContinuousClock.now >= nextLine {
        Announcement.complain(line)
        nextLine += Self.linesEvery
      }
      if item.isOver || item.state == .paused { break }
      try await Task.sleep(for: Self.glance)
      item = try await administration.broadcast(item.id)
    }
    if isTerminal { Announcement.complain("") }
    return item
  }
}
