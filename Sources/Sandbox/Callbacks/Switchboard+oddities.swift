extension Switchboard {
  /// Hands a callback over, as oddly as the faults that are set want it.
  func handOver(_ callback: Callback) {
    var callback = callback
    let occasion = FaultOccasion(
      what: .callback(callback.news), number: callback.chat.customer, project: callback.chat.project)
    let strikes = strikes(occasion)
    let struck = strikes.map { TrafficEntry.Struck(id: $0.id, kind: $0.name) }
    callback.faults = struck
    var isTwice = false
    for strike in strikes {
      guard case .callback(let oddity) = strike.kind else { continue }
      switch oddity {
      case .lost: return withhold(callback, "Not sent.")
      case .swapped:
        oddities.hold(callback)
        return
      case .readAlone: oddities.silence(callback.messageID)
      case .twice: isTwice = true
      case .late: callback.delay += strike.delay
      case .spelling, .nullContent, .absent, .numbers, .unknownType: callback.write(oddity)
      }
    }
    if oddities.swallows(callback) { return withhold(callback, "Not sent: only the last status is.") }
    let overtaken = oddities.overtaken(by: callback)
    for each in [callback] + (isTwice ? [callback] : []) + (overtaken.map { [$0] } ?? []) {
      if each.delay == .zero { handovers.begin(each.messageID) }
      dispatch(each)
    }
  }

  /// Writes down what was not sent.
  private func withhold(_ callback: Callback, _ why: String) {
    var entry = TrafficEntry(
      callback, to: target?.url ?? "", bearer: nil, attempt: 0, at: time.now().milliseconds)
    entry.ending = why
    entry.duration = 0
    _ = begin(entry)
  }
}

extension Callback {
  /// Writes the body's fields oddly.
  mutating func write(_ oddity: CallbackOddity) {
    switch oddity {
    case .spelling:
      let table = ["status_messages": "status_message", "environment": "environtment"]
      fields = fields.map { (table[$0.name] ?? $0.name, $0.value) }
    case .nullContent: change("message_content") { _ in .null }
    case .absent(let names): fields.removeAll { names.contains($0.name) }
    case .numbers:
      for name in ["client_id", "project_id", "sender_number", "timestamp"] {
        change(name) { value in
          guard case .string(let text) = value, let number = Int64(text) else { return value }
          return .number(number)
        }
      }
    case .unknownType(let type): change("callback_type") { _ in .string(type) }
    case .swapped, .readAlone, .twice, .late, .lost: break
    }
  }

  private mutating func change(_ name: String, _ change: (OrderedJSON) -> OrderedJSON) {
    guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
    fields[index].value = change(fields[index].value)
  }
}
