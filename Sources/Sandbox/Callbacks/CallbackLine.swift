import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix

/// Carries one callback to where it goes.
protocol CallbackLine: Sendable {
  func post(_ body: String, to url: String, bearer: String?, timeout: Duration) async -> CallbackReply
}

/// What came back for one try.
struct CallbackReply: Sendable {
  var outcome: CallbackOutcome
  /// Nil if nothing was answered.
  var answer: TrafficEntry.Answer?
}

/// Carries callbacks over HTTP.
struct HTTPCallbackLine: CallbackLine {
  let client: HTTPClient

  func post(_ body: String, to url: String, bearer: String?, timeout: Duration) async -> CallbackReply {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    if let bearer { request.headers.add(name: "Authorization", value: "Bearer \(bearer)") }
    request.body = .bytes(ByteBuffer(string: body))
    do {
      let response = try await client.execute(
        request, timeout: .milliseconds(Int64(timeout / .milliseconds(1))))
      let answer = try await response.body.collect(upTo: 64 << 10)
      let status = Int(response.status.code)
      var recorder = BodyRecorder()
      recorder.read(answer)
      return CallbackReply(
        outcome: CallbackOutcome(httpStatus: status, answer: answer.readableBytesView),
        answer: TrafficEntry.Answer(
          httpStatus: status,
          headers: response.headers.map { TrafficEntry.Header(name: $0.name, value: $0.value) },
          body: recorder.body))
    } catch {
      return CallbackReply(outcome: .unreachable(reason: Self.reason(error)), answer: nil)
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case is NIOConnectionError: "connection refused"
    case let error as HTTPClientError where error == .connectTimeout || error == .deadlineExceeded:
      "no answer in time"
    case let error as HTTPClientError where error == .remoteConnectionClosed: "the connection was closed"
    case let error as HTTPClientError: error.shortDescription
    default: String(describing: error)
    }
  }
}
