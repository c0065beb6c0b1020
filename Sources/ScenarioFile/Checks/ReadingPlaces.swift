import Dialogue
import StrictYAML

/// Where steps and texts read variables: the `{name}` in what the author wrote.
struct ReadingPlaces {
  private let variables: Variables
  /// Where steps and shared texts begin; what is written belongs to the last of them before it.
  private let beginnings: [Beginning]

  private struct Beginning {
    var position: SourcePosition
    var isText: Bool
  }

  init(_ variables: Variables, _ bot: Bot, texts: some Swift.Sequence<Span>) {
    self.variables = variables
    let scenarios = bot.scenarios + [bot.options.onIdle, bot.options.onGone].compactMap(\.self)
    let steps = scenarios.flatMap { $0.steps.all.map(\.position) + [$0.position] }
    let rest = [bot.fallback.position].compactMap(\.self)
    beginnings =
      ((steps + rest).map { Beginning(position: $0, isText: false) }
      + texts.map { Beginning(position: SourcePosition($0), isText: true) })
      .sorted { Self.isBefore($0.position, $1.position) }
  }

  /// Where what begins at `position` reads `name`; nil if it reads it by a text of its own, `$key`.
  func span(of name: String, at position: SourcePosition) -> Span? {
    variables.places(of: name).first { beginning(before: $0)?.position == position }
  }

  /// The one place in a shared text that reads `name`; nil if there is none, or several.
  func sharedSpan(of name: String) -> Span? {
    let shared = Set(variables.places(of: name).filter { beginning(before: $0)?.isText == true })
    return shared.count == 1 ? shared.first : nil
  }

  private func beginning(before place: Span) -> Beginning? {
    let position = SourcePosition(place)
    var (low, high) = (0, beginnings.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.isBefore(position, beginnings[middle].position) { high = middle } else { low = middle + 1 }
    }
    guard low > 0, beginnings[low - 1].position.file == place.file else { return nil }
    return beginnings[low - 1]
  }

  private static func isBefore(_ left: SourcePosition, _ right: SourcePosition) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
