import Dialogue
import Foundation
import StrictYAML

/// A moment as a person writes it for `--at` and `--until`.
enum BroadcastMoment {
  /// - Parameters:
  ///   - written: `2026-12-01 09:00` where the bot is, or with a zone behind it: `Z`, `+07:00`.
  ///   - timezone: the bot's.
  static func read(_ written: String, option: String, in timezone: TimeZone) throws(AdminRefusal) -> Timestamp
  {
    let pattern = /(\d{4}-\d\d-\d\d)[ T](\d\d):(\d\d) ?(?:(Z)|([+-])(\d\d):?(\d\d))?/
    guard let match = written.trimmingBlanks().wholeMatch(of: pattern),
      let date = CivilDate(iso: match.1), let hour = Int(written: match.2),
      let minute = Int(written: match.3),
      hour < 24, minute < 60
    else {
      throw AdminRefusal(
        .invalid,
        "\(option): `\(written)` is no time; write it like 2026-12-01 09:00, or 2026-12-01 09:00 +07:00.")
    }
    var zone = timezone
    if match.4 != nil { zone = .gmt }
    if let sign = match.5, let hours = match.6.flatMap({ Int(written: $0) }),
      let minutes = match.7.flatMap({ Int(written: $0) })
    {
      let seconds = (hours * 60 + minutes) * 60
      zone = TimeZone(secondsFromGMT: sign == "-" ? -seconds : seconds) ?? timezone
    }
    return Timestamp(date, minute: hour * 60 + minute, in: zone)
  }
}
