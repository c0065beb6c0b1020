/// Finds the start that wins a message, by the priority rule of the scenario language.
package struct Matcher: Sendable {
  package init(scenarios: [Scenario]) {}

  /// Every start that fits `message`, the winner first, then by what they lacked; empty if none fits.
  package func matches(_ message: String) -> [Match] { [] }

  /// The start that wins `message`; nil if none fits.
  package func winner(_ message: String) -> Match? { matches(message).first }
}
