import Foundation
import Synchronization

/// The program, running; killed with its last reference.
final class BalasProcess: Sendable {
  private struct State {
    var log = ""
    var waiters: [(text: String, continuation: CheckedContinuation<Bool, Never>)] = []
    var hasEnded = false
  }

  private let process = Process()
  private let state = Mutex(State())
  /// Has no element, and ends with the process.
  private let ended: AsyncStream<Void>

  /// - Parameter command: a program that starts balas, with its arguments; nil for balas itself.
  init(_ arguments: [String], environment: [String: String] = [:], command: [String]? = nil) throws {
    let line = command ?? [Repository.program]
    process.executableURL = URL(filePath: line[0])
    process.arguments = Array(line.dropFirst()) + arguments
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    self.ended = ended
    process.terminationHandler = { _ in end.finish() }
    let output = try Output.start(process)
    // A thread of its own: a readability handler of FileHandle races with its end.
    Thread.detachNewThread { [weak self] in
      while true {
        let data = output.availableData
        self?.take(data)
        if data.isEmpty { return }
      }
    }
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var id: pid_t { process.processIdentifier }
  var log: String { state.withLock { $0.log } }

  func signal(_ signal: CInt) { kill(process.processIdentifier, signal) }

  /// Waits until the log holds `text`; false if the process ended without it.
  func logs(_ text: String) async -> Bool {
    await withCheckedContinuation { continuation in
      let now = state.withLock { state -> Bool? in
        if state.log.contains(text) { return true }
        if state.hasEnded { return false }
        state.waiters.append((text, continuation))
        return nil
      }
      if let now { continuation.resume(returning: now) }
    }
  }

  /// Waits for the end; the exit status, or the signal that ended it, negative.
  func status() async -> Int32 {
    // The log ends with the process.
    _ = await logs("\u{0}never\u{0}")
    for await _ in ended {}
    return process.terminationReason == .uncaughtSignal
      ? -process.terminationStatus : process.terminationStatus
  }

  private func take(_ data: Data) {
    let done = state.withLock { state -> [(CheckedContinuation<Bool, Never>, Bool)] in
      state.log += String(decoding: data, as: UTF8.self)
      state.hasEnded = data.isEmpty
      let (ready, rest) = state.waiters.reduce(
        into: ([(CheckedContinuation<Bool, Never>, Bool)](), [(String, CheckedContinuation<Bool, Never>)]())
      ) {
        if state.log.contains($1.text) {
          $0.0.append(($1.continuation, true))
        } else if state.hasEnded {
          $0.0.append(($1.continuation, false))
        } else {
          $0.1.append(($1.text, $1.continuation))
        }
      }
      state.waiters = rest.map { (text: $0.0, continuation: $0.1) }
      return ready
    }
    for (continuation, found) in done { continuation.resume(returning: found) }
  }
}
