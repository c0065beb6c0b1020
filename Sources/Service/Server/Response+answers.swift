import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// A JSON body that is ready as bytes.
  static func json(_ body: ByteBuffer, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: body))
  }

  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return json(ByteBuffer(bytes: try encoder.encode(value)), status: status)
  }

  static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// A refusal that ends the connection, because the rest of the request is not read.
  static func refusal(_ status: HTTPResponse.Status, _ sentence: String, extra: HTTPFields = [:]) -> Response
  {
    var response = text(sentence + "\n", status: status)
    response.headers[.connection] = "close"
    response.headers.append(contentsOf: extra)
    return response
  }
}
