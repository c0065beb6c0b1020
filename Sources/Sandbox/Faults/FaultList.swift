import Foundation

/// The faults that are set, in the order they were.
struct FaultList: Sendable {
  /// One fault that struck.
  struct Strike: Sendable {
    var id: Int
    var kind: FaultKind
    /// The kind as it was asked for.
    var name: String
    /// Of a latency or a late callback.
    var delay: Duration
  }

  /// More than anybody tells apart.
  static let limit = 200

  private var faults: [ActiveFault] = []
  private var lastID = 0

  /// - Throws: a sentence if too many are set.
  mutating func set(_ fault: Fault, at now: Date) throws(FaultMistake) -> FaultReport {
    if faults.count >= Self.limit, let old = faults.firstIndex(where: { $0.isOver(at: now) }) {
      faults.remove(at: old)
    }
    guard faults.count < Self.limit else {
      throw FaultMistake("There are \(Self.limit) faults already; clear some with DELETE /sandbox/faults.")
    }
    lastID += 1
    let active = ActiveFault(id: lastID, fault: fault, at: now)
    faults.append(active)
    return active.report(at: now)
  }

  func reports(at now: Date) -> [FaultReport] { faults.map { $0.report(at: now) } }

  func report(_ id: Int, at now: Date) -> FaultReport? { faults.first { $0.id == id }?.report(at: now) }

  /// - Returns: false if there is no such fault.
  mutating func clear(_ id: Int) -> Bool {
    let before = faults.count
    faults.removeAll { $0.id == id }
    return faults.count < before
  }

  mutating func clear() { faults = [] }

  /// What strikes this occasion: a callback meets every fault that is meant for it; a call each latency and, of the
  /// others, the first that strikes.
  mutating func strikes(_ occasion: FaultOccasion, at now: Date) -> [Strike] {
    var strikes: [Strike] = []
    var isTaken = false
    for index in faults.indices {
      let kind = faults[index].fault.kind
      var delay = Duration.zero
      if !kind.isShared, isTaken { continue }
      guard faults[index].strikes(occasion, at: now) else { continue }
      if !kind.isShared { isTaken = true }
      switch kind {
      case .latency(let range, _), .callback(.late(let range)): delay = faults[index].delay(range)
      default: break
      }
      let name = faults[index].fault.given["kind"] ?? ""
      strikes.append(Strike(id: faults[index].id, kind: kind, name: name, delay: delay))
    }
    return strikes
  }
}

extension FaultKind {
  /// Whether others may strike the same occasion.
  fileprivate var isShared: Bool {
    switch self {
    case .latency, .callback: true
    default: false
    }
  }
}
