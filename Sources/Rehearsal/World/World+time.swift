import Dialogue

extension World {
  /// Lets time pass; what becomes due meanwhile happens at its time, each once.
  package mutating func wait(_ time: Duration) { advance(to: now + time) }

  /// Lets time pass until `time`; does nothing if that is over.
  package mutating func advance(to time: Timestamp) {
    while let (due, number, what) = nextDue(before: time) {
      now = max(now, due)
      switch what {
      case .timer(let kind):
        change(number) { $0.timers[kind] = nil }
        post(.timer(kind), to: number)
      case .call: answer(.failed(status: "timeout"), to: number)
      case .held(let message): giveUp(message, to: number)
      }
    }
    now = max(now, time)
  }

  private enum Due {
    case timer(TimerKind), call, held(Customer.HeldMessage)
  }

  private func nextDue(before time: Timestamp) -> (Timestamp, String, Due)? {
    var next: (due: Timestamp, number: String, what: Due)?
    for number in order {
      guard let customer = customers[number] else { continue }
      var dues = TimerKind.allCases.compactMap { kind in
        customer.timers[kind].map { ($0, Due.timer(kind)) }
      }
      if let call = customer.call { dues.append((call.endsAt, .call)) }
      dues += customer.held.map { ($0.expiresAt, .held($0)) }
      for (due, what) in dues where due <= time && due < next?.due ?? time + .milliseconds(1) {
        next = (due, number, what)
      }
    }
    return next.map { ($0.due, $0.number, $0.what) }
  }
}
