import Foundation

/// `balas run` as a process of its own.
final class DaemonProcess {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private enum Event {
    case notified(String)
    case ended(Int32)
  }

  /// The executable that was built with these tests.
  private static var executable: String {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let path = URL(filePath: tests).deletingLastPathComponent().appending(path: "balas").path
      guard access(path, X_OK) == 0 else { throw Failure(description: "\(path) is missing: build the tests") }
      return path
    }
  }

  private let process = Process()
  private let premises: Premises
  private var events: AsyncStream<Event>.AsyncIterator
  private var status: Int32?

  /// Starts the daemon of `premises`.
  ///
  /// - Parameter wrapper: a program and its arguments, to run the daemon with.
  init(_ premises: Premises, wrapper: [String] = []) throws {
    self.premises = premises
    let (events, said) = AsyncStream.makeStream(of: Event.self)
    self.events = events.makeAsyncIterator()
    let path = premises.file("notify-\(UUID().uuidString.prefix(8))")
    let socket = try NotifySocket(path: path) { said.yield(.notified($0)) }
    let words = wrapper + [try Self.executable, "run", "--config", premises.file("balas.yaml")]
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = premises.variables.merging(["NOTIFY_SOCKET": path]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = premises.log
    process.standardError = premises.log
    process.terminationHandler = { process in
      said.yield(.ended(process.terminationStatus))
      said.finish()
      socket.stop()
      unlink(path)
    }
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Returns when the daemon says that it is ready: after its start, and after each reload.
  func ready() async throws {
    while let event = await events.next() {
      switch event {
      case .notified(let message):
        if message.split(separator: "\n").contains("READY=1") { return }
      case .ended(let status): self.status = status
      }
    }
    throw Failure(
      description: "the daemon ended with \(status ?? -1) before it was ready:\n\(premises.logText)")
  }

  var id: pid_t { process.processIdentifier }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end.
  ///
  /// - Returns: the exit status, or the signal that ended it.
  func end() async -> Int32 {
    while status == nil, let event = await events.next() {
      if case .ended(let status) = event { self.status = status }
    }
    return status ?? -1
  }

  var isRunning: Bool { process.isRunning }
}
