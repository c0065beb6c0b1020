import Foundation

/// A day of the calendar, in no time zone.
package struct CivilDate: Sendable, Hashable, Comparable {
  package var year: Int
  package var month: Int
  package var day: Int

  /// Nil if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day it is at `time` in `timezone`.
  package init(_ time: Timestamp, in timezone: TimeZone) {
    let civil = CivilTime(time, in: timezone)
    year = civil.year
    month = civil.month
    day = civil.day
  }

  /// Reads `2026-02-03`; nil for anything else.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day `days` after 1970-01-01.
  package init(daysSince1970 days: Int) {
    self.init(Timestamp(milliseconds: Int64(days) * 86_400_000), in: .gmt)
  }

  /// Days from 1970-01-01 to this day.
  package var daysSince1970: Int {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil: years that begin in March.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// `2026-02-03`
  package var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[((daysSince1970 + 3) % 7 + 7) % 7]
  }

  package func adding(days: Int) -> Self { Self(daysSince1970: daysSince1970 + days) }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Timestamp {
  /// The moment clocks in `timezone` show `minute` minutes after midnight of `date`.
  ///
  /// Where clocks are turned there may be no such moment, or two: then it is one close by.
  package init(_ date: CivilDate, minute: Int, in timezone: TimeZone) {
    let local = Int64(date.daysSince1970) * 86_400 + Int64(minute) * 60
    var seconds = local
    for _ in 0..<2 {
      let offset = timezone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      seconds = local - Int64(offset)
    }
    self.init(milliseconds: seconds * 1000)
  }
}
