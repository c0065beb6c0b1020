import Foundation

/// A program under measurement.
final class ChildProcess {
  /// What a process has used since it started.
  struct Usage {
    /// Seconds of both user and system time.
    var cpu: Double
    /// The most memory it held, in MiB.
    var peakMemory: Double
  }

  private let process = Process()

  init(_ executable: String, _ arguments: [String], environment: [String: String] = [:], log: URL) throws {
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    FileManager.default.createFile(atPath: log.path, contents: nil)
    let output = try FileHandle(forWritingTo: log)
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  /// What the process has used up to now (proc(5), `stat` and `status`).
  func usage() throws -> Usage {
    let folder = "/proc/\(process.processIdentifier)"
    let stat = try String(contentsOfFile: folder + "/stat", encoding: .utf8)
    let fields = stat[stat.lastIndex(of: ")")!...].split(separator: " ")
    let ticks = Double(fields[12])! + Double(fields[13])!
    let status = try String(contentsOfFile: folder + "/status", encoding: .utf8)
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kibibytes = peak?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
    return Usage(
      cpu: ticks / Double(sysconf(CInt(_SC_CLK_TCK))), peakMemory: (kibibytes ?? 0) / 1024)
  }

  /// Asks the process to end and waits until it has.
  func stop() {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
  }

  /// Runs a program to its end and returns what it printed.
  static func output(of executable: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [executable] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure("\(executable) failed") }
    return String(decoding: data, as: UTF8.self)
  }
}

/// Why the benchmark cannot go on.
struct Failure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
