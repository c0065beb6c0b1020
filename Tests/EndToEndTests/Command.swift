import Dispatch
import Foundation

/// A command run to its end.
struct Command {
  var status: Int32
  /// Standard output and standard error.
  var output: String

  static func run(_ path: String, _ arguments: [String]) throws -> Command {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    // Not waitUntilExit(), which can miss an end that came early.
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    let output = try Output.start(process).readToEnd() ?? Data()
    ended.wait()
    return Command(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}
