import Dialogue

/// A reason in one line.
enum ReasonLine {
  /// `keyword "ongkir" → shipping → menu`, `default, miss 2 in a row`, or why nothing is said.
  static func text(_ reason: Reason) -> String {
    switch reason.winner {
    case .scenario(let name):
      let path = reason.path.isEmpty ? [name] : reason.path
      let start = reason.match.map { ["\($0.kind.rawValue) \"\($0.phrase)\""] } ?? []
      return (start + path).joined(separator: " → ")
    case .fallback(let miss): return miss == 1 ? "default" : "default, miss \(miss) in a row"
    case .mediaFallback: return "default for a message without text"
    case .answer(let place):
      return (["answer to \(place)"] + reason.path).joined(separator: " → ")
    case .retry(let place): return "no answer to \(place)"
    case .closed: return "outside the opening hours"
    case .timer(let kind): return (["timer \(kind.rawValue)"] + reason.path).joined(separator: " → ")
    case .callEnded(let place):
      return (["call \(place) ended"] + reason.path).joined(separator: " → ")
    case .gone(let place):
      return (["\(place) is gone"] + reason.path).joined(separator: " → ")
    case .notSent(let place): return "not sent: \(place)"
    case .released: return (["released"] + reason.path).joined(separator: " → ")
    case .silent(let why): return "silent: \(why)"
    }
  }

  /// The problem with its place.
  static func text(_ problem: Problem, in folder: BotFolder) -> String {
    problem.message + (problem.position.map { " (\(folder.place($0)))" } ?? "")
  }
}
