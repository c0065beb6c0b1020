import AsyncHTTPClient
import Dispatch
import NIOCore

/// One request over a connection of its own to one address, which was looked at before: no name is looked up again.
struct PinnedExchange {
  /// Why there is no answer.
  struct Trouble: Error {
    var cause: any Error
    /// Whether the request, or a part of it, left.
    var hasLeft: Bool
  }

  let request: HTTPClient.Request
  /// As the request's URL has it.
  let host: String
  let limits: CallLimits
  /// Of the whole answer.
  let deadline: NIODeadline

  /// Ends early if the task is cancelled.
  func run(at address: IPAddress) async throws(Trouble) -> AnswerCollector.Answer {
    var configuration = HTTPClient.Configuration()
    configuration.dnsOverride = [host: address.description]
    configuration.redirectConfiguration = .disallow
    configuration.httpVersion = .http1Only
    configuration.timeout = .init(connect: limits.connect.amount)
    configuration.connectionPool.retryConnectionEstablishment = false
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    // Nobody waits for it: to take leave of a TLS peer may take seconds.
    defer { client.shutdown(queue: .global()) { _ in } }
    let collector = AnswerCollector(limit: limits.answer)
    let task = client.execute(request: request, delegate: collector, deadline: deadline)
    do {
      return try await withTaskCancellationHandler {
        try await task.futureResult.get()
      } onCancel: {
        task.cancel()
      }
    } catch {
      throw Trouble(cause: error, hasLeft: collector.hasLeft)
    }
  }
}

extension Duration {
  var amount: TimeAmount {
    .nanoseconds(components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000)
  }
}
