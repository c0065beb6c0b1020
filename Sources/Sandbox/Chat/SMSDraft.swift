import Foundation

/// An SMS that goes out, or may once.
struct SMSDraft: Sendable {
  /// The SMS template's name.
  var template: String
  /// With its values filled in.
  var text: String
  var parts: Int
  var rule: World.SMSTemplate.Rule
}

/// The SMS that wait to see what becomes of their WhatsApp message.
struct WaitingShortMessages: Sendable {
  private struct Entry: Sendable {
    var messageID: String
    var draft: SMSDraft
    var wait: TimeInterval
    var status: ChatMessage.Status
  }

  private enum Verdict { case due, wait, never }

  private var entries: [Entry] = []

  mutating func wait(_ draft: SMSDraft, of messageID: String) {
    guard case .waiting(let days, let status) = draft.rule else { return }
    entries.append(
      Entry(messageID: messageID, draft: draft, wait: TimeInterval(days) * 86_400, status: status))
  }

  /// Takes those out that are due, and forgets those that never will be.
  mutating func takeDue(at now: Date, _ message: (String) -> ChatMessage?) -> [(String, SMSDraft)] {
    var due: [(String, SMSDraft)] = []
    entries.removeAll { entry in
      switch Self.verdict(entry, message(entry.messageID), now) {
      case .wait: return false
      case .never: return true
      case .due:
        due.append((entry.messageID, entry.draft))
        return true
      }
    }
    return due
  }

  private static func verdict(_ entry: Entry, _ message: ChatMessage?, _ now: Date) -> Verdict {
    guard let message, let reached = message.steps.last else { return .never }
    switch (reached.status, entry.status) {
    case (.sent, .sent), (.delivered, .delivered):
      let waited = now.timeIntervalSince1970 - TimeInterval(reached.at) / 1000
      return waited >= entry.wait ? .due : .wait
    case (.sent, .delivered): return .wait
    default: return .never
    }
  }
}
