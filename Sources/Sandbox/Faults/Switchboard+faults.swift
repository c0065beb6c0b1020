extension Switchboard {
  /// Sets a fault from now on.
  ///
  /// - Throws: ``FaultMistake`` if too many are set.
  @discardableResult
  package func set(_ fault: Fault) throws(FaultMistake) -> FaultReport {
    let report = try faults.set(fault, at: time.now())
    tellFaults()
    return report
  }

  /// Those that are over too, until they are cleared.
  package var allFaults: [FaultReport] { faults.reports(at: time.now()) }

  package func clearFaults() {
    faults.clear()
    tellFaults()
  }

  /// - Returns: false if there is no such fault.
  package func clearFault(_ id: Int) -> Bool {
    let isKnown = faults.clear(id)
    tellFaults()
    return isKnown
  }

  private func tellFaults() { trafficFeed.publish(.faults(allFaults)) }

  /// The faults that strike this occasion, counted, and written down at an exchange if there is one.
  func strikes(_ occasion: FaultOccasion, exchange: Int? = nil) -> [FaultList.Strike] {
    let strikes = faults.strikes(occasion, at: time.now())
    guard !strikes.isEmpty else { return [] }
    for strike in strikes {
      if let report = faults.report(strike.id, at: time.now()) { trafficFeed.publish(.fault(report)) }
    }
    if let exchange {
      change(exchange: exchange) { entry in
        entry.faults += strikes.map { TrafficEntry.Struck(id: $0.id, kind: $0.name) }
      }
    }
    return strikes
  }
}
