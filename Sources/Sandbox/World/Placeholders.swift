/// The places for values in a template's text: `{{1}}`, `{{2}}` and so on.
package enum Placeholders {
  private static var place: Regex<(Substring, Substring)> { /\{\{\s*([0-9]{1,3})\s*\}\}/ }

  /// The numbers of the places, each once.
  package static func numbers(in text: String) -> Set<Int> {
    Set(text.matches(of: place).compactMap { Int($0.1) })
  }

  /// The text with each place filled; a place without a value stays empty.
  package static func filled(_ text: String, with values: [Int: String]) -> String {
    text.replacing(place) { match in Int(match.1).flatMap { values[$0] } ?? "" }
  }

  /// The text without its places.
  package static func removed(from text: String) -> String { filled(text, with: [:]) }
}
