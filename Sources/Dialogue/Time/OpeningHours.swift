import Foundation

/// When a place is open: windows on weekdays, and dates on which none begins.
package struct OpeningHours: Sendable, Hashable {
  /// From inclusive, to exclusive, in minutes after midnight; an end at or before the start is on the next day.
  package struct Window: Sendable, Hashable {
    package var from: Int
    package var to: Int

    package init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }

    /// The end in minutes after the midnight before the start.
    var end: Int { to > from ? to : to + 1440 }
  }

  package var windows: [Weekday: [Window]]
  /// The windows that begin on these dates stay closed.
  package var closed: Set<CivilDate>

  package init(windows: [Weekday: [Window]], closed: Set<CivilDate> = []) {
    self.windows = windows
    self.closed = closed
  }

  package func isOpen(at time: Timestamp, in timezone: TimeZone) -> Bool {
    let civil = CivilTime(time, in: timezone)
    let today = CivilDate(time, in: timezone)
    let minute = civil.hour * 60 + civil.minute
    return windows(on: today).contains { $0.from <= minute && minute < $0.end }
      || windows(on: today.adding(days: -1)).contains { minute + 1440 < $0.end }
  }

  /// When it opens next after `time`; nil if it never does, because it never opens or never closes.
  ///
  /// While it is open this is the opening after the next closing.
  package func nextOpening(after time: Timestamp, in timezone: TimeZone) -> Timestamp? {
    let today = CivilDate(time, in: timezone)
    // Weeks are alike but for closed dates, each of which can spoil one week.
    let weeks = min(closed.count(where: { $0 >= today }), 520) + 2
    for ahead in 0...(weeks * 7) {
      let date = today.adding(days: ahead)
      for window in windows(on: date).sorted(by: { $0.from < $1.from }) {
        let opening = Timestamp(date, minute: window.from, in: timezone)
        // Where one window begins as another ends nothing opens.
        guard opening > time, !isOpen(at: opening - .seconds(1), in: timezone) else { continue }
        return opening
      }
    }
    return nil
  }

  private func windows(on date: CivilDate) -> [Window] {
    closed.contains(date) ? [] : windows[date.weekday] ?? []
  }
}
