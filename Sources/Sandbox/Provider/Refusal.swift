/// Why a call goes no further, in the words of "Wappin API v1.7".
enum Refusal: Error, Hashable, CaseIterable {
  /// No JSON object, no whole form, or a field that must be there is not.
  case noInput
  case unknownProject
  case parameterCount
  case smsParameterCount
  case invalidCredential
  case unknownTemplate
  case unknownSMSTemplate
  case unknownMessage
  case authNotRecognized
  case addressNotAllowed
  case notProduction
  /// In no document: a client saw it.
  case notValidated
  case contactInvalid
  case phoneNumberInvalid
  case mediaFailed
  case vendorError

  /// - Parameter messageID: of the message that was refused; most refusals have none.
  func reply(messageID: String? = nil) -> ProviderReply {
    let (code, message): (ProviderReply.Code, String) =
      switch self {
      case .noInput: (.badRequest, "Error no input received")
      case .unknownProject: (.badRequest, "Project ID or Client ID cannot be process.")
      case .parameterCount: (.badRequest, "Message param count do not match")
      case .smsParameterCount: (.badRequest, "params sms count do not match")
      case .invalidCredential: (.invalidCredential, "Invalid credential")
      case .unknownTemplate: (.notFound, "API Notification Template not found or inactive")
      case .unknownSMSTemplate: (.notFound, "Content Template SMS not found")
      case .unknownMessage: (.notFound, "Data not Found")
      case .authNotRecognized: (.authNotRecognized, "Auth not recognize")
      case .addressNotAllowed: (.addressNotAllowed, "IP Address not allowed")
      case .notProduction:
        (
          .notProduction,
          "Sorry, the API Send Message can only be used for projects with production status. "
            + "Please try API Sending Message using Sandbox - Send Session Message."
        )
      case .notValidated: (.notDelivered, "Not delivered, Contact validate Failed")
      case .contactInvalid: (.contactInvalid, "Contact invalid")
      case .phoneNumberInvalid: (.contactInvalid, "Phone Number Invalid")
      case .mediaFailed: (.mediaFailed, "Upload Media Failed")
      case .vendorError: (.vendorError, "Error from vendor")
      }
    return ProviderReply(code, message, messageID: messageID)
  }
}
