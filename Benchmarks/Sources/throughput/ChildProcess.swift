import Foundation

/// A program under measurement; what it prints goes to a file.
final class ChildProcess {
  /// What a process has used since it started.
  struct Usage {
    /// Seconds of both user and system time.
    var cpu: Double
    /// The most memory it held, in MiB.
    var peakMemory: Double
  }

  private let identifier: pid_t

  init(_ executable: String, _ arguments: [String], environment: [String: String] = [:], log: URL) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, log.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let words = ([executable] + arguments).map { strdup($0) }
    let settings = variables.map { strdup("\($0)=\($1)") }
    defer { for pointer in words + settings { free(pointer) } }
    var identifier: pid_t = 0
    let code = posix_spawnp(&identifier, executable, &actions, nil, words + [nil], settings + [nil])
    guard code == 0 else {
      throw Failure("\(executable) cannot be started: \(String(cString: strerror(code)))")
    }
    self.identifier = identifier
  }

  /// What the process has used up to now (proc(5), `stat` and `status`).
  func usage() throws -> Usage {
    let folder = "/proc/\(identifier)"
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
    kill(identifier, SIGTERM)
    _ = wait()
  }

  /// Whether the process ended with 0.
  private func wait() -> Bool {
    var status: CInt = 0
    while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    return status == 0
  }

  /// Runs a program to its end and returns what it printed.
  static func output(
    of executable: String, _ arguments: [String], environment: [String: String] = [:], folder: URL
  ) throws -> String {
    let log = folder.appendingPathComponent("output-\(UUID())")
    let succeeded = try ChildProcess(executable, arguments, environment: environment, log: log).wait()
    let printed = try String(contentsOf: log, encoding: .utf8)
    guard succeeded else { throw Failure("\(executable) failed:\n\(printed)") }
    return printed
  }
}

/// Why the benchmark cannot go on.
struct Failure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
