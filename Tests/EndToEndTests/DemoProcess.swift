import Foundation
import Glibc

/// `balas demo` as a person starts it, on a copy of a bot.
final class DemoProcess {
  struct Failure: Error, CustomStringConvertible { var description: String }

  /// Where the phone is.
  let phone: String
  /// The bot's folder, which may be edited.
  let bot: URL
  private let process = Process()
  private let folder: URL
  private let output: FileHandle

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("balas-e2e-\(UUID().uuidString)")
    bot = folder.appendingPathComponent("bot")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sample = URL(fileURLWithPath: Repository.path("Tests/EndToEndTests/Bot"))
    try FileManager.default.copyItem(at: sample, to: bot)
    let pipe = Pipe()
    output = pipe.fileHandleForReading
    process.executableURL = URL(fileURLWithPath: Repository.program)
    process.arguments = ["demo", bot.path, "--port", "0"]
    process.standardOutput = pipe
    process.standardError = pipe
    // The demonstration's own files must not outlive it: they are made here.
    process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.path]) { $1 }
    try process.run()
    var said = ""
    while let line = Self.line(output) {
      said += line + "\n"
      guard let address = line.firstMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+/) else { continue }
      phone = String(address.output)
      return
    }
    throw Failure(description: "balas demo ended before it was ready, and said: \(said)")
  }

  /// Waits for a line that contains `text`.
  ///
  /// - Returns: all that was said since the last wait.
  @discardableResult
  func wait(for text: String) throws -> String {
    var said = ""
    while let line = Self.line(output) {
      said += line + "\n"
      if line.contains(text) { return said }
    }
    throw Failure(description: "balas demo never said \"\(text)\", but: \(said)")
  }

  private static func line(_ handle: FileHandle) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(handle.fileDescriptor, &byte, 1) == 1 {
      if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Ctrl-C; returns the exit status and what is left among the temporary files.
  func interrupt() -> (status: Int32, left: [String]) {
    process.interrupt()
    process.waitUntilExit()
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return (process.terminationStatus, files.filter { $0 != "bot" })
  }

  /// Ends it whatever happened.
  func remove() {
    if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: folder)
  }
}
