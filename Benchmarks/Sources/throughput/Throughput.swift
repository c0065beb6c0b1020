import ArgumentParser
import Foundation

@main
struct Throughput: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Accepts and replies a second, CPU and memory: balas beside the bare libraries, in one run.",
    discussion: """
      Load generator, daemon and provider share this machine, so read the ratios, not the figures.
      Needs wrk and nginx; talks to loopback only.
      """)

  @Option(help: "The daemon's binary, built with -c release.")
  var balas: String
  @Option(help: "Seconds of load in each measurement.")
  var seconds = 8
  @Option(help: "Connections that post callbacks at once.")
  var connections = 32
  @Option(help: "Messages that are answered in the reply measurement.")
  var messages = 30000

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("balas-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let provider = try Provider(port: try freePort(), folder: folder)
    defer { provider.stop() }
    try await Web.listening(port: provider.port, path: "/count")

    let bare = Bare(folder: folder, connections: connections, seconds: seconds)
    let daemon = Daemon(
      binary: balas, folder: folder, provider: provider, connections: connections, seconds: seconds)
    announce("bare accepts …")
    let bareAccepts = try await bare.accepts()
    announce("balas accepts …")
    let accepts = try await daemon.accepts()
    announce("bare sends …")
    let bareSends = try bare.sends(to: provider, count: messages)
    announce("balas replies …")
    let replies = try await daemon.replies(count: messages)

    let table: [[String]] = [
      ["", "a second", "CPU each", "p99", "memory"],
      bareAccepts.row("Hummingbird + SQLite: accepts"), accepts.row("balas: accepts and turns"),
      bareSends.row("AsyncHTTPClient: sends"), replies.row("balas: message in, reply out"),
    ]
    for row in table {
      print(
        row[0].padding(toLength: 34, withPad: " ", startingAt: 0)
          + row.dropFirst().map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined())
    }
    print(String(format: "accepts: %.2f of the bare rate", accepts.perSecond / bareAccepts.perSecond))
    print(
      String(
        format: "replies: %.2f of the bare rate of sends; CPU %.2f of bare accept and bare send together",
        replies.perSecond / bareSends.perSecond, replies.cpu / (bareAccepts.cpu + bareSends.cpu)))
  }
}

/// Progress goes to standard error, so that the table can be piped.
private func announce(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}

/// One row of the table.
struct Figure {
  var perSecond: Double
  /// Seconds of CPU for each message.
  var cpu: Double
  /// Milliseconds; nil where nobody waits for an answer.
  var p99: Double?
  /// MiB; nil where it does not matter.
  var memory: Double?

  func row(_ name: String) -> [String] {
    [
      name, String(format: "%.0f", perSecond), String(format: "%.0f µs", cpu * 1e6),
      p99.map { String(format: "%.1f ms", $0) } ?? "", memory.map { String(format: "%.0f MiB", $0) } ?? "",
    ]
  }
}
