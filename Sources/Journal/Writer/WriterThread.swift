import Dispatch
import Foundation
import Synchronization

/// The one thread that opens, writes, checkpoints and closes the database, in the order it is asked.
///
/// It waits for the disk most of the time, which no thread of the shared pool should do. It ends with this value.
final class WriterThread: Sendable {
  private final class Desk: Sendable {
    private struct State {
      var waiting: [@Sendable () -> Void] = []
      var isClosed = false
    }

    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)

    func add(_ body: @escaping @Sendable () -> Void) {
      state.withLock { $0.waiting.append(body) }
      bell.signal()
    }

    func close() {
      state.withLock { $0.isClosed = true }
      bell.signal()
    }

    func serve() {
      while true {
        bell.wait()
        let (bodies, isClosed) = state.withLock { state in
          defer { state.waiting = [] }
          return (state.waiting, state.isClosed)
        }
        for body in bodies { body() }
        if isClosed { return }
      }
    }
  }

  private let desk = Desk()

  init() {
    let thread = Thread { [desk] in desk.serve() }
    thread.name = "journal"
    thread.start()
  }

  deinit { desk.close() }

  func async(_ body: @escaping @Sendable () -> Void) { desk.add(body) }

  /// Waits for the value of `body`; not to be called on the thread itself.
  func sync<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let answer = Answer<Value>()
    desk.add {
      answer.result.withLock { $0 = Result { try body() } }
      done.signal()
    }
    while true {
      done.wait()
      if let result = answer.result.withLock({ $0 }) { return try result.get() }
    }
  }

  private final class Answer<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }
}
