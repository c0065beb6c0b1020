import Foundation
import Service

/// How far the numbers are, in one line that is written over; nothing where nobody would see it.
struct NumberProgress {
  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var valid = 0
  private(set) var invalid = 0
  private(set) var unknown = 0

  /// Fewer are over before anybody looks.
  private static let least = 10

  init(total: Int, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    self.total = total
    isShown = isTerminal && total >= Self.least
  }

  mutating func count(_ report: NumberReport) {
    switch report.verdict {
    case .valid: valid += 1
    case .invalid: invalid += 1
    case .unknown: unknown += 1
    }
    guard isShown else { return }
    let left = (ContinuousClock.now - start) / Double(max(done, 1)) * Double(total - done)
    let time = left.formatted(.units(allowed: [.hours, .minutes, .seconds], width: .narrow))
    Announcement.overwrite(
      "\(done)/\(total)  \(time) left  valid \(valid)  invalid \(invalid)  unknown \(unknown)")
  }

  /// Takes the line away, so that another may be printed.
  func clear() {
    if isShown { Announcement.overwrite("") }
  }

  /// The end, in one sentence.
  var summary: String {
    "\(total) numbers: \(valid) valid, \(invalid) invalid, \(unknown) unknown."
  }

  private var done: Int { valid + invalid + unknown }
}
