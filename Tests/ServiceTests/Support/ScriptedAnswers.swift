import Dialogue
import Gateway
import Synchronization

/// A provider that answers questions as a test tells it, and remembers them.
final class ScriptedAnswers: Inquiring, NumberChecking {
  private let inquiries: [String: Inquiry]
  private let checks: [String: NumberCheck]
  private let asked = Mutex<[String]>([])

  /// Channel and id or number of each question, in their order.
  var questions: [String] { asked.withLock { $0 } }

  init(inquiries: [String: Inquiry] = [:], checks: [String: NumberCheck] = [:]) {
    self.inquiries = inquiries
    self.checks = checks
  }

  private static let nothing = SendResult(.config, code: "none", detail: "No answer was given.")

  func inquire(_ messageID: String, on channel: Channel) async -> Inquiry {
    asked.withLock { $0.append("\(channel.name) \(messageID)") }
    return inquiries[messageID] ?? .failed(Self.nothing)
  }

  func check(_ number: String, on channel: Channel) async -> NumberCheck {
    asked.withLock { $0.append("\(channel.name) \(number)") }
    return checks[number] ?? .failed(Self.nothing)
  }
}
