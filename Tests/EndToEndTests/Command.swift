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
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Command(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}
