import Foundation

/// The bare libraries under the same load.
struct Bare {
  var folder: URL
  var connections: Int
  var seconds: Int

  private var binary: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("bare").path
  }

  func accepts() async throws -> Figure {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent("bare.sqlite3" + ending))
    }
    let port = try freePort()
    let process = try ChildProcess(
      binary, ["accept", "--folder", folder.path, "--port", String(port)],
      log: folder.appendingPathComponent("bare.log"))
    defer { process.stop() }
    try await Web.listening(port: port, path: "/callback")
    let before = try process.usage()
    let load = try Wrk(
      url: "http://127.0.0.1:\(port)/callback", bearer: "benchmark", connections: connections,
      seconds: seconds, run: "bare", text: "halo", contacts: 5000, folder: folder
    ).load()
    guard load.failures == 0 else { throw Failure("the bare server refused \(load.failures) requests") }
    let after = try process.usage()
    return Figure(
      perSecond: load.perSecond, cpu: (after.cpu - before.cpu) / load.requests, p99: load.p99,
      memory: after.peakMemory)
  }

  func sends(to provider: Provider, count: Int) throws -> Figure {
    let printed = try ChildProcess.output(
      of: binary,
      ["send", "--url", "http://127.0.0.1:\(provider.port)/v1/message/do-send", "--count", String(count)],
      folder: folder)
    let numbers = printed.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard numbers.count == 3 else { throw Failure("the bare client printed: \(printed)") }
    return Figure(perSecond: numbers[0] / numbers[1], cpu: numbers[2] / numbers[0])
  }
}
