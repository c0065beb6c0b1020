import Foundation
import StrictYAML

/// What stands under `bot`.
struct BotSettings {
  /// Nil if the author gave none.
  var name: String?
  var timezone: TimeZone

  static let defaultTimezone = "Asia/Jakarta"

  init(_ node: Node?, _ findings: Findings) {
    timezone = TimeZone(identifier: Self.defaultTimezone) ?? .gmt
    guard let node, let fields = Vocabulary.bot.fields(node, findings) else { return }
    name = fields.text("name")?.text
    guard let scalar = fields.text("timezone") else { return }
    if let zone = Self.zone(scalar.text) {
      timezone = zone
    } else {
      let known = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] + TimeZone.knownTimeZoneIdentifiers
      findings.error(
        YAMLRule.wrongValue, "there is no timezone `\(scalar.text)`", at: scalar.span,
        hint: Nearest.hint(scalar.text, among: known)
          ?? "WIB is `Asia/Jakarta`, WITA is `Asia/Makassar`, WIT is `Asia/Jayapura`.")
    }
  }

  /// Names of the tz database only: `TimeZone` would also take abbreviations, and `WIT` would be ambiguous.
  private static func zone(_ name: String) -> TimeZone? {
    guard name == "UTC" || name.contains("/") else { return nil }
    return TimeZone(identifier: name)
  }
}
