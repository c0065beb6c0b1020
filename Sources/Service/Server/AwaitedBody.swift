import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// A body whose sender waits to be asked for it (`Expect: 100-continue`, RFC 9110, 10.1.1): the first read asks.
///
/// So whoever is refused by the head alone is refused before it has sent anything.
struct AwaitedBody: AsyncSequence, Sendable {
  let body: RequestBody
  let channel: any Channel

  struct AsyncIterator: AsyncIteratorProtocol {
    private var body: RequestBody.AsyncIterator
    private let channel: any Channel
    private var isAsked = false

    init(_ body: RequestBody, _ channel: any Channel) {
      self.body = body.makeAsyncIterator()
      self.channel = channel
    }

    mutating func next() async throws -> ByteBuffer? {
      if !isAsked {
        isAsked = true
        try await channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue))).get()
      }
      return try await body.next()
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body, channel) }
}

extension Request {
  /// The request, with a body that is asked for when it is read, if its sender waits for that.
  func asked(over channel: any Channel) -> Request {
    guard headers[.expect]?.lowercased() == "100-continue" else { return self }
    var request = self
    request.body = RequestBody(asyncSequence: AwaitedBody(body: body, channel: channel))
    return request
  }
}
