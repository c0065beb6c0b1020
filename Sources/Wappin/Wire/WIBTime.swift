import Dialogue

/// The provider's way to write a time: `2019-07-20 16:21:51`, always Western Indonesian Time (UTC+7, no summer time).
package enum WIBTime {
  /// - Returns: nil if `text` is no such time.
  package static func timestamp(_ text: String) -> Timestamp? {
    let parts = text.split { $0 == " " || $0 == "T" }
    guard parts.count == 2 else { return nil }
    let date = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard date.count == 3, clock.count == 3, let year = date[0], let month = date[1],
      let day = date[2], let hour = clock[0], let minute = clock[1], let second = clock[2],
      (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    let seconds = daysFromCivil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    return Timestamp(milliseconds: Int64(seconds - offset) * 1000)
  }

  package static func text(_ time: Timestamp) -> String {
    let seconds = Int((Double(time.milliseconds) / 1000).rounded(.down)) + offset
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - days * 86_400
    let (year, month, day) = civilFromDays(days)
    return "\(year)-\(padded(month))-\(padded(day)) "
      + "\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))"
  }

  private static let offset = 7 * 3600

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  // The two conversions are Howard Hinnant's ("chrono-Compatible Low-Level Date Algorithms"), for years from 0 on.
  private static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func civilFromDays(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }
}
