/// One exchange: a call a client made, or one try to hand over a callback.
package struct TrafficEntry: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable { case request, callback }

  package struct Header: Sendable, Hashable, Codable {
    package var name: String
    package var value: String
  }

  package struct Answer: Sendable, Hashable, Codable {
    package var httpStatus: Int
    package var headers: [Header]
    package var body: TrafficBody
  }

  /// A fault that struck.
  package struct Struck: Sendable, Hashable, Codable {
    package var id: Int
    package var kind: String
  }

  /// Grows by one with each entry.
  package var id: Int
  package var kind: Kind
  /// Milliseconds since 1970 UTC.
  package var at: Int64
  package var method: String
  /// A request's path with its query; a callback's URL.
  package var target: String
  /// A request's call as ``ProviderCall`` names it, nil for an unknown path; a callback's news, for example `delivered`.
  package var call: String?
  /// The customer's, canonical.
  package var number: String?
  package var project: String?
  package var messageID: String?
  /// Of a callback; 1 for the first.
  package var attempt: Int?
  package var headers: [Header]
  package var body: TrafficBody
  /// Nil until there is one, and where ``ending`` says why there is none.
  package var answer: Answer?
  /// The `status` in the answer's JSON.
  package var code: String?
  package var ending: String?
  package var faults: [Struck] = []
  /// From the first byte to the answer's end, in milliseconds; nil while it goes on.
  package var duration: Double?

  /// About how much memory it takes, in bytes.
  var weight: Int {
    let fields = headers + (answer?.headers ?? [])
    return 500 + target.utf8.count + fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 32 }
      + body.weight + (answer?.body.weight ?? 0)
  }

  /// What the page's list shows.
  var summary: TrafficSummary {
    TrafficSummary(
      id: id, kind: kind, at: at, method: method, target: String(target.prefix(200)), call: call,
      number: number,
      project: project, messageID: messageID, attempt: attempt, httpStatus: answer?.httpStatus, code: code,
      ending: ending, faults: faults, duration: duration)
  }
}

/// An exchange without its headers and bodies.
struct TrafficSummary: Sendable, Hashable, Codable {
  var id: Int
  var kind: TrafficEntry.Kind
  var at: Int64
  var method: String
  var target: String
  var call: String?
  var number: String?
  var project: String?
  var messageID: String?
  var attempt: Int?
  var httpStatus: Int?
  var code: String?
  var ending: String?
  var faults: [TrafficEntry.Struck]
  var duration: Double?
}
