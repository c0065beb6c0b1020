import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// JSON for the pages and for tests.
enum PageJSON {
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, numbers and their lists always encode.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }

  static func response(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text(value))))
  }

  /// A refusal with one sentence.
  static func refusal(_ sentence: String) -> Response {
    response(["error": sentence], status: .badRequest)
  }
}
