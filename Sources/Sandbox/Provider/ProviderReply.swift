import HTTPTypes
import Hummingbird
import NIOCore

/// What the provider answers a call: the code is in the JSON, the HTTP status is 200 whatever it says.
struct ProviderReply: Sendable {
  /// The document's codes, each with its message.
  enum Code: String, Sendable, Hashable {
    case success = "200"
    case noInput = "400"
    case invalidCredential = "401"
    case authNotRecognized = "406"
    case notProduction = "419"
    case contactInvalid = "601"
    case mediaFailed = "605"

    var message: String {
      switch self {
      case .success: "Success"
      case .noInput: "Error no input received"
      case .invalidCredential: "Invalid credential"
      case .authNotRecognized: "Auth not recognize"
      case .notProduction:
        "Sorry, the API Send Message can only be used for projects with production status. "
          + "Please try API Sending Message using Sandbox - Send Session Message."
      case .contactInvalid: "Contact invalid"
      case .mediaFailed: "Upload Media Failed"
      }
    }
  }

  var code: Code
  var message: String
  /// Nil for a reply that has no such field.
  var messageID: String?
  /// Nil for a reply that has no such field.
  var data: OrderedJSON? = .null

  init(_ code: Code, message: String? = nil, messageID: String? = nil) {
    self.code = code
    self.message = message ?? code.message
    self.messageID = messageID
  }

  /// The other meaning of 400.
  static let unknownProject = ProviderReply(.noInput, message: "Project ID or Client ID cannot be process.")

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
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: json.text)))
  }
}
