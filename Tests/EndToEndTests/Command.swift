import Dispatch
import Foundation

/// A command run to its end.
struct Command {
  var status: Int32
  /// Standard output and standard error.
  var output: String

  /// - Parameters:
  ///   - folder: where it runs; nil for where these tests do.
  ///   - environment: more variables.
  ///   - input: its standard input; nil for none.
  static func run(
    _ path: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Command {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Not waitUntilExit(), which can miss an end that came early.
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    let output = try Output.start(process, input: input.map { Data($0.utf8) }).readToEnd() ?? Data()
    ended.wait()
    return Command(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}
