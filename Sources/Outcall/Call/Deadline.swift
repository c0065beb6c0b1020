import NIOCore
import NIOPosix

/// The time was over before there was a result.
struct DeadlinePassed: Error {}

/// What `body` returns, but no later than `deadline`, and no later than the task is cancelled: what cannot be stopped, such
/// as a name server that hangs, is left alone then.
func beforeDeadline<Value: Sendable>(
  _ deadline: NIODeadline, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let loop = MultiThreadedEventLoopGroup.singleton.any()
  let promise = loop.makePromise(of: Value.self)
  let work = promise.completeWithTask(body)
  let alarm = loop.scheduleTask(deadline: deadline) { promise.fail(DeadlinePassed()) }
  defer {
    alarm.cancel()
    work.cancel()
  }
  return try await withTaskCancellationHandler {
    try await promise.futureResult.get()
  } onCancel: {
    promise.fail(CancellationError())
  }
}
