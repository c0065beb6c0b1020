import HTTPTypes
import Hummingbird
import NIOCore

/// What is answered instead of the provider's own answer.
struct FaultAnswer: Sendable, Hashable {
  var status: Int
  var type = "application/json"
  /// In seconds.
  var retryAfter: Int?
  var body: String

  /// A refusal of the machinery before the provider, with the few words such machines say.
  static func http(_ status: Int, retryAfter: Int?) -> FaultAnswer {
    let reason = HTTPResponse.Status(code: status).reasonPhrase
    return FaultAnswer(
      status: status, type: "text/plain; charset=utf-8", retryAfter: retryAfter, body: "\(status) \(reason)\n"
    )
  }

  /// A page for people where a program expects JSON.
  static func html(_ status: Int) -> FaultAnswer {
    FaultAnswer(
      status: status, type: "text/html; charset=utf-8",
      body: """
        <!DOCTYPE html>
        <html><head><title>Sorry</title></head>
        <body><h1>We will be back soon</h1><p>The service is under maintenance.</p></body></html>

        """)
  }

  /// One of the provider's own refusals.
  static func code(_ code: String, _ message: String, httpStatus: Int, retryAfter: Int? = nil) -> FaultAnswer
  {
    let reply: OrderedJSON = ["status": .string(code), "message": .string(message), "data": .null]
    return FaultAnswer(status: httpStatus, retryAfter: retryAfter, body: reply.text)
  }

  var response: Response {
    var headers: HTTPFields = [.contentType: type]
    if let retryAfter { headers[.retryAfter] = String(retryAfter) }
    return Response(
      status: HTTPResponse.Status(code: status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
  }
}
