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
  @Option(help: "How often everything is measured; the medians are compared.")
  var rounds = 3
  @Option(help: "Requests of the bare client.")
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
    var rounds = Rounds()
    for round in 1...max(1, self.rounds) {
      tell("round \(round)")
      rounds.bareAccepts.append(try await bare.accepts().announced(as: "Hummingbird + SQLite: accepts"))
      rounds.accepts.append(try await daemon.accepts().announced(as: "balas: accepts and turns"))
      rounds.bareSends.append(
        try await bare.sends(to: provider, count: messages).announced(as: "AsyncHTTPClient: sends"))
      rounds.departures.append(try await daemon.departures().announced(as: "balas: waiting replies out"))
      rounds.replies.append(try await daemon.replies().announced(as: "balas: message in, reply out"))
    }
    let planned = try await daemon.plan(messages: 10_000)
    tell("medians of \(self.rounds) rounds")
    let bareAccepts = rounds.bareAccepts.median.announced(as: "Hummingbird + SQLite: accepts")
    let accepts = rounds.accepts.median.announced(as: "balas: accepts and turns")
    let bareSends = rounds.bareSends.median.announced(as: "AsyncHTTPClient: sends")
    let departures = rounds.departures.median.announced(as: "balas: waiting replies out")
    let replies = rounds.replies.median.announced(as: "balas: message in, reply out")
    tell(
      String(
        format: "accepts with their turns: %.2f of bare accepts, CPU %.2f",
        accepts.perSecond / bareAccepts.perSecond, accepts.cpu / bareAccepts.cpu))
    tell(
      String(
        format: "waiting replies out: %.2f of bare sends, CPU %.2f",
        departures.perSecond / bareSends.perSecond, departures.cpu / bareSends.cpu))
    let bareBoth = 1 / (1 / bareAccepts.perSecond + 1 / bareSends.perSecond)
    tell(
      String(
        format: "message in, reply out: %.2f of a bare accept and a bare send one after the other, CPU %.2f",
        replies.perSecond / bareBoth, replies.cpu / (bareAccepts.cpu + bareSends.cpu)))
    tell(
      String(format: "plan over 10,000 messages: %.2f s", planned)
        + (planned < 2 ? "" : ", more than the 2 s it may take"))
  }
}

/// What was measured, a figure a round.
private struct Rounds {
  var bareAccepts: [Figure] = []
  var accepts: [Figure] = []
  var bareSends: [Figure] = []
  var departures: [Figure] = []
  var replies: [Figure] = []
}

extension [Figure] {
  /// The median of each figure by itself.
  var median: Figure {
    func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let (p99, memory) = (compactMap(\.p99), compactMap(\.memory))
    return Figure(
      perSecond: middle(map(\.perSecond)), cpu: middle(map(\.cpu)), p99: p99.isEmpty ? nil : middle(p99),
      memory: memory.isEmpty ? nil : middle(memory))
  }
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

  /// Prints the row and returns itself.
  func announced(as name: String) -> Self {
    var cells = [String(format: "%.0f a second", perSecond), String(format: "%.0f µs CPU each", cpu * 1e6)]
    if let p99 { cells.append(String(format: "p99 %.1f ms", p99)) }
    if let memory { cells.append(String(format: "%.0f MiB", memory)) }
    let row =
      name.padding(toLength: 31, withPad: " ", startingAt: 0)
      + cells.map { String(repeating: " ", count: max(1, 18 - $0.count)) + $0 }.joined()
    tell(row)
    return self
  }
}

/// Prints a line at once, also where the output is no terminal.
private func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
