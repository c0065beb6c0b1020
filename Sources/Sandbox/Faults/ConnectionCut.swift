import HTTPTypes
import Hummingbird
import NIOCore

/// A connection that ends without a whole answer.
enum ConnectionCut: Error {
  case reset
  /// The client or the sandbox gave up.
  case hung
  /// After the first half of this.
  case truncated(Response, ByteBuffer)

  /// What was sent before the end.
  var sent: TrafficEntry.Answer? {
    guard case .truncated(let response, let body) = self else { return nil }
    return Self.half(body).answer(response)
  }

  var ending: String {
    switch self {
    case .reset: "The connection was reset."
    case .hung: "Nothing was answered until the connection ended."
    case .truncated(_, let body):
      "Cut off after \(Self.half(body).readableBytes) of \(body.readableBytes) bytes."
    }
  }

  private static func half(_ body: ByteBuffer) -> ByteBuffer {
    body.getSlice(at: body.readerIndex, length: body.readableBytes / 2) ?? body
  }

  /// Ends the connection; what is returned is for the server, which has nobody left to write it to.
  func response(on channel: any Channel) async -> Response {
    switch self {
    case .reset:
      await channel.reset()
      return Response(status: .internalServerError)
    case .hung:
      try? await channel.close()
      return Response(status: .internalServerError)
    case .truncated(let response, let body):
      var headers = response.headers
      headers[.contentLength] = String(body.readableBytes)
      return Response(
        status: response.status, headers: headers,
        body: ResponseBody(contentLength: body.readableBytes) { writer in
          try await writer.write(Self.half(body))
          try await channel.close()
        })
    }
  }
}

extension Channel {
  /// Ends the connection so that the other side sees a reset, not an end (`SO_LINGER` with no time, socket(7)).
  func reset() async {
    let linger = Linger(isOn: 1, seconds: 0)
    if let socket = self as? any SocketOptionProvider {
      try? await socket.unsafeSetSocketOption(level: .socket, name: .so_linger, value: linger).get()
    }
    try? await close()
  }
}

/// C's `struct linger`.
private struct Linger: Sendable {
  var isOn: CInt
  var seconds: CInt
}
