import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Gathers one answer, up to a size.
final class AnswerCollector: HTTPClientResponseDelegate {
  struct Answer: Sendable {
    var code: UInt
    var body: ByteBuffer
  }

  struct TooLarge: Error {
    var code: UInt
  }

  private struct State {
    var hasLeft = false
    var answer = Answer(code: 0, body: ByteBuffer())
  }

  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  /// Whether the request, or a part of it, left: it must not be made at another address then.
  var hasLeft: Bool { state.withLock { $0.hasLeft } }

  func didSendRequestHead(task: HTTPClient.Task<Answer>, _ head: HTTPRequestHead) {
    state.withLock { $0.hasLeft = true }
  }

  func didReceiveHead(task: HTTPClient.Task<Answer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
    state.withLock { $0.answer.code = head.status.code }
    let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
    return verdict(length, task)
  }

  func didReceiveBodyPart(task: HTTPClient.Task<Answer>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
    let length = state.withLock { state in
      _ = state.answer.body.writeImmutableBuffer(buffer)
      return state.answer.body.readableBytes
    }
    return verdict(length, task)
  }

  func didFinishRequest(task: HTTPClient.Task<Answer>) throws -> Answer { state.withLock { $0.answer } }

  private func verdict(_ length: Int, _ task: HTTPClient.Task<Answer>) -> EventLoopFuture<Void> {
    length > limit
      ? task.eventLoop.makeFailedFuture(TooLarge(code: state.withLock { $0.answer.code }))
      : task.eventLoop.makeSucceededVoidFuture()
  }
}
