import Foundation

extension Run {
  /// `call`: asks a service; the scenario goes on when its answer is there.
  mutating func begin(_ call: Call, at place: StepPlace, _ position: SourcePosition) -> Flow {
    leaveAside()
    conversation.serial += 1
    conversation.call = PendingCall(place: place, serial: conversation.serial, text: spoken)
    conversation.vars[GivenVariable.callStatus.rawValue] = nil
    var unset: [String] = []
    var headers: [String: String] = [:]
    for (name, value) in call.headers {
      headers[name] = value.render(
        lookup: {
          // Doubled, so that a customer who writes {secret.name} gets no secret.
          $0.hasPrefix("secret.") ? "{\($0)}" : self.value(of: $0)?.replacing("{", with: "{{")
        }, unset: { unset.append($0) })
    }
    let url = call.url.render(
      lookup: { self.value(of: $0).map(Self.percentEncoded) }, unset: { unset.append($0) })
    let body = call.body.map { json($0, &unset) }
    for name in unset {
      problem("{\(name)} is not set here and has no default, so the call was made without it", at: position)
    }
    effects.append(
      .call(
        CallRequest(
          serial: conversation.serial, method: call.method, url: url, headers: headers,
          body: body, timeout: call.timeout.wholeMilliseconds)))
    return .wait
  }

  /// The service answered, or did not.
  mutating func callEnded(_ serial: Int, _ outcome: CallOutcome) {
    guard let pending = conversation.call, pending.serial == serial else {
      winner = .silent("nobody waits for this call any more")
      return
    }
    conversation.call = nil
    spoken = pending.text
    winner = .callEnded(pending.place)
    guard let cursor = cursor(behind: pending.place),
      case .call(let call)? = cursor.scenario.program.step(at: pending.place.step)?.action
    else { return run(from: nil) }
    var status = ""
    switch outcome {
    case .answered(let json):
      if let fields = JSONFields(json) {
        if let variable = call.variable { keep(fields, under: variable) }
        return run(from: cursor)
      }
      status = "200"
    case .failed(let why): status = why
    }
    conversation.vars[GivenVariable.callStatus.rawValue] = status
    run(from: handle(call.failed, .failed, at: pending.place))
  }

  /// A call replaces all that was kept under its variable.
  private mutating func keep(_ fields: JSONFields, under variable: String) {
    let prefix = variable + "."
    for name in conversation.vars.keys where name == variable || name.hasPrefix(prefix) {
      conversation.vars[name] = nil
    }
    for (name, value) in fields.values where !value.isEmpty {
      conversation.vars[name.isEmpty ? variable : prefix + name] = String(value.prefix(Limits.variable))
    }
  }

  private func json(_ template: JSONTemplate, _ unset: inout [String]) -> String {
    switch template {
    case .text(let text):
      return JSONString.quoted(text.render(lookup: { value(of: $0) }, unset: { unset.append($0) }))
    case .list(let items):
      return "[" + items.map { json($0, &unset) }.joined(separator: ",") + "]"
    case .object(let members):
      let written = members.map { JSONString.quoted($0.key) + ":" + json($0.value, &unset) }
      return "{" + written.joined(separator: ",") + "}"
    }
  }

  /// RFC 3986, 2.3: everything but unreserved characters.
  private static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }.joined()
  }
}
