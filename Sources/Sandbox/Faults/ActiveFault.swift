import Foundation

/// A fault that is set, with what it did so far.
struct ActiveFault: Sendable {
  let id: Int
  let fault: Fault
  /// The given one, or the one it chose.
  let seed: UInt64
  let endsAt: Date?
  private(set) var struck = 0
  private var generator: SeededGenerator
  /// When the calls of the last second came that a rate let pass.
  private var passed: [Date] = []

  init(id: Int, fault: Fault, at now: Date) {
    self.id = id
    self.fault = fault
    seed = fault.limits.seed ?? UInt64.random(in: 0...0xFFFF_FFFF)
    generator = SeededGenerator(seed: seed)
    endsAt = fault.limits.life.map { now.addingTimeInterval($0 / .seconds(1)) }
  }

  func isOver(at now: Date) -> Bool {
    if let endsAt, endsAt <= now { return true }
    if let times = fault.limits.times, struck >= times { return true }
    return false
  }

  /// Whether it strikes this one, which then is counted.
  mutating func strikes(_ occasion: FaultOccasion, at now: Date) -> Bool {
    guard occasion.isMeant(by: fault), !isOver(at: now) else { return false }
    if let share = fault.limits.share, Double.random(in: 0..<1, using: &generator) >= share { return false }
    if case .rate(let perSecond, _) = fault.kind {
      passed.removeAll { now.timeIntervalSince($0) >= 1 }
      guard passed.count >= perSecond else {
        passed.append(now)
        return false
      }
    }
    struck += 1
    return true
  }

  mutating func delay(_ range: DurationRange) -> Duration {
    range.isOne ? range.shortest : range.value(at: Double.random(in: 0...1, using: &generator))
  }

  func report(at now: Date) -> FaultReport {
    FaultReport(
      id: id, fault: fault.given, seed: fault.limits.share == nil ? nil : seed, struck: struck,
      endsAt: endsAt?.milliseconds, isOver: isOver(at: now))
  }
}

/// What a fault could strike: a call or a callback.
struct FaultOccasion: Sendable, Hashable {
  enum What: Sendable, Hashable {
    case call(ProviderCall?)
    /// `message` or a status.
    case callback(String)
  }

  var what: What
  /// Canonical.
  var number: String?
  var project: String?

  /// Whether the fault is one for it, however often it strikes.
  func isMeant(by fault: Fault) -> Bool {
    let limits = fault.limits
    switch what {
    case .call(let call):
      guard !fault.kind.isOfCallbacks, limits.call == nil || limits.call == call else { return false }
    case .callback(let news):
      guard fault.kind.isOfCallbacks, limits.news?.contains(news) ?? true else { return false }
    }
    return (limits.number == nil || limits.number == number)
      && (limits.project == nil || limits.project == project)
  }
}

/// A fault as it is listed.
package struct FaultReport: Sendable, Hashable, Codable {
  package var id: Int
  /// As it was given.
  package var fault: [String: String]
  /// What repeats a share's choice; nil for a fault without a share.
  package var seed: UInt64?
  /// How often it struck.
  package var struck: Int
  /// Milliseconds since 1970 UTC; nil for one that lasts.
  package var endsAt: Int64?
  package var isOver: Bool
}
