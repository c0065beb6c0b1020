import HTTPTypes
import Hummingbird
import NIOCore

/// What the provider answers a call; its code is in the JSON, whatever the HTTP status says.
struct ProviderReply: Sendable {
  /// The document's codes, and one that only a client saw.
  enum Code: String, Sendable, Hashable, CaseIterable {
    case success = "200"
    case badRequest = "400"
    case invalidCredential = "401"
    case notFound = "404"
    case authNotRecognized = "406"
    case addressNotAllowed = "407"
    case notProduction = "419"
    case notDelivered = "600"
    case contactInvalid = "601"
    case mediaFailed = "605"
    case vendorError = "700"

    /// The code as an HTTP status; the provider's own, which HTTP does not have, are 400.
    var mirrored: HTTPResponse.Status {
      let code = Int(rawValue) ?? 400
      return HTTPResponse.Status(code: code < 600 ? code : 400)
    }
  }

  var code: Code
  var message: String
  /// Nil for a reply that has no such field.
  var messageID: String?
  /// Nil for a reply that has no such field.
  var data: OrderedJSON? = .null
  var httpStatus = HTTPResponse.Status.ok

  init(_ code: Code, _ message: String, messageID: String? = nil, data: OrderedJSON? = .null) {
    self.code = code
    self.message = message
    self.messageID = messageID
    self.data = data
  }

  static func success(_ message: String = "Success", messageID: String? = nil, data: OrderedJSON? = .null)
    -> ProviderReply
  {
    ProviderReply(.success, message, messageID: messageID, data: data)
  }

  var json: OrderedJSON {
    var fields: [(String, OrderedJSON)] = []
    if let messageID { fields.append(("message_id", .string(messageID))) }
    fields.append(("status", .string(code.rawValue)))
    fields.append(("message", .string(message)))
    if let data { fields.append(("data", data)) }
    return .object(fields)
  }
}

extension ProviderReply: ResponseGenerator {
  func response(from request: Request, context: some RequestContext) -> Response {
    Response(
      status: httpStatus, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: json.text)))
  }
}
