import Dialogue
import Foundation
import Gateway

/// Reads the callbacks of API V1 ("Wappin API v1.7, Callback").
package struct WappinCallbackDialect: CallbackDialect {
  package static let maximalDepth = 32

  package init() {}

  package var acknowledgement: [UInt8] { CallbackAcknowledgement.bytes }

  package func read(_ body: [UInt8]) -> Callback {
    if NestingDepth.exceeds(Self.maximalDepth, in: body) {
      return .unreadable(reason: "The JSON nests deeper than \(Self.maximalDepth) levels.")
    }
    guard String(validating: body, as: UTF8.self) != nil else {
      return .unreadable(reason: "The body is not UTF-8.")
    }
    guard let callback = CallbackBody(json: body) else {
      return .unreadable(reason: "The body is not a JSON object.")
    }
    switch callback.callbackType {
    case "message": return message(callback)
    case "status": return status(callback)
    case let type?:
      return .unreadable(reason: "callback_type is neither message nor status: \(type.prefix(40))")
    case nil: return .unreadable(reason: "callback_type is missing.")
    }
  }

  private func message(_ callback: CallbackBody) -> Callback {
    guard let written = callback.senderNumber.nonEmpty else {
      return .unreadable(reason: "The message has no sender_number.")
    }
    guard let sender = PhoneNumber.canonical(written) else {
      return .unreadable(reason: "The message's sender_number is no phone number.")
    }
    return .message(
      InboundMessage(
        clientID: callback.clientID, projectID: callback.projectID,
        messageID: callback.messageID.nonEmpty, sender: sender, text: callback.messageContent.nonEmpty,
        sentAt: EpochTime.timestamp(callback.timestamp)))
  }

  private func status(_ callback: CallbackBody) -> Callback {
    guard let id = callback.messageID.nonEmpty else {
      return .unreadable(reason: "The status has no message_id.")
    }
    guard let written = callback.statusMessages.nonEmpty,
      let status = DeliveryStatus(rawValue: written.lowercased())
    else {
      let found = callback.statusMessages ?? "nothing"
      return .unreadable(
        reason: "status_messages is none of sent, delivered, read, failed: \(found.prefix(40))")
    }
    return .status(
      StatusUpdate(
        clientID: callback.clientID, projectID: callback.projectID, messageID: id, status: status,
        recipient: callback.senderNumber.flatMap(PhoneNumber.canonical),
        at: EpochTime.timestamp(callback.timestamp)))
  }
}

extension String? {
  fileprivate var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}
