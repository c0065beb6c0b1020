import Dialogue
import Foundation
import ScenarioFile
import StrictYAML

extension World {
  /// What is so instead of what must be; nil if it is as it must be.
  func lack(of expectation: TalkExpectation, with number: String) -> String? {
    let customer = customer(number)
    switch expectation {
    case .variable(let name, let wanted):
      let value = variable(name, of: customer)
      if let wanted { return value.map(wanted.fits) ?? false ? nil : Self.told(name, value) }
      return value == nil ? nil : Self.told(name, value)
    case .isSet(let name):
      return variable(name, of: customer) == nil ? Self.told(name, nil) : nil
    case .question(let name):
      guard let open = customer.conversation.open else { return "no question is open" }
      guard let name else { return nil }
      let place = open.place
      return [place.step, "\(place)"].contains(name)
        ? nil : "the open question is `\(place)`"
    case .noQuestion:
      return customer.conversation.open.map { "`\($0.place)` is open" }
    case .panel(let isOpen):
      guard (customer.conversation.panel != nil) != isOpen else { return nil }
      return isOpen ? "no chat panel is open" : "a chat panel is open"
    case .sent(let method, let url, let body): return lackOfCall(method, url, body, number)
    }
  }

  /// A variable as the last turn left it, also where that ended the session.
  private func variable(_ name: String, of customer: Customer) -> String? {
    if name == "lang" { return customer.vars["lang"] ?? bot.bot.options.languages.first }
    if name.hasPrefix("contact.") { return customer.vars[String(name.dropFirst("contact.".count))] }
    return customer.lastVars[name]
  }

  private static func told(_ name: String, _ value: String?) -> String {
    value.map { "\(name) = \($0)" } ?? "\(name) is not set"
  }

  private func lackOfCall(_ method: String, _ url: WildcardText, _ body: Node?, _ number: String) -> String? {
    let calls = happenings.compactMap { happening -> CallRequest? in
      guard happening.number == number, case .called(let request, _) = happening.kind else { return nil }
      return request
    }
    let fitting = calls.filter { request in
      guard request.method == method, url.fits(request.url) else { return false }
      guard let body else { return true }
      let sent = request.body.flatMap {
        try? JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
      }
      return sent.map(body.isPart) ?? false
    }
    guard fitting.isEmpty else { return nil }
    guard !calls.isEmpty else { return "no service was called" }
    return calls.suffix(3).map { "sent \($0.method) \($0.url)" + ($0.body.map { " " + $0 } ?? "") }
      .joined(separator: "\n")
  }
}

extension TalkExpectation {
  /// What must be so, in words.
  package var sentence: String {
    switch self {
    case .variable(let name, let wanted): wanted.map { "\(name) = \($0.written)" } ?? "\(name) is not set"
    case .isSet(let name): "\(name) is set"
    case .question(let name): name.map { "question \($0)" } ?? "open question"
    case .noQuestion: "no open question"
    case .panel(let isOpen): "panel \(isOpen ? "open" : "closed")"
    case .sent(let method, let url, let body):
      "sent \(method) \(url.written)" + (body.map { " " + $0.json } ?? "")
    }
  }
}
