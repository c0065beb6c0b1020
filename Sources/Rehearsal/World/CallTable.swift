import Dialogue
import ScenarioFile
import StrictYAML

/// What services answer in a rehearsal.
package struct CallTable: Sendable {
  private struct Key: Hashable {
    var method: String
    var url: String
  }

  private var answers: [Key: CallAnswers] = [:]
  /// What is asked but not listed, or asked once too often.
  package var otherwise: CallOutcome?
  /// The calls that got ``otherwise``.
  package private(set) var unlisted: [CallRequest] = []
  private var taken: [Key: Int] = [:]

  package init(_ listed: [CallAnswers] = [], otherwise: CallOutcome? = nil) {
    for entry in listed { answers[Key(method: entry.method, url: entry.url)] = entry }
    self.otherwise = otherwise
  }

  /// How many answers there are for a call; nil if it is not listed.
  package func count(_ request: CallRequest) -> Int? {
    answers[Key(method: request.method, url: request.url)]?.answers.count
  }

  mutating func answer(_ request: CallRequest) -> CallOutcome? {
    let key = Key(method: request.method, url: request.url)
    guard let listed = answers[key] else {
      unlisted.append(request)
      return otherwise
    }
    let number = taken[key, default: 0]
    taken[key] = number + 1
    if listed.answers.indices.contains(number) { return listed.answers[number] }
    if listed.repeats, let last = listed.answers.last { return last }
    unlisted.append(request)
    return otherwise
  }

  /// The answers that nothing asked for.
  var unasked: [CallAnswers] {
    answers.filter { taken[$0.key] == nil }.map(\.value).sorted {
      ($0.span.line, $0.span.column) < ($1.span.line, $1.span.column)
    }
  }

  /// The addresses listed, as `POST https://…`.
  package var listed: [String] { answers.keys.map { "\($0.method) \($0.url)" }.sorted() }
}
