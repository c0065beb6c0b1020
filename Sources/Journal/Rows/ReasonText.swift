import Dialogue

/// A turn's reason as JSON, written piece by piece: one is written for every message, and the general encoder
/// costs as much as the rest of the turn.
enum ReasonText {
  static func write(_ reason: Reason) -> String {
    var json = #"{"winner":"#
    switch reason.winner {
    case .scenario(let name): json += #"{"scenario":{"_0":"# + JSONString.quoted(name) + "}}"
    case .fallback(let miss): json += #"{"fallback":{"miss":\#(miss)}}"#
    case .mediaFallback: json += #"{"mediaFallback":{}}"#
    case .answer(let place): json += #"{"answer":{"_0":"# + object(place) + "}}"
    case .retry(let place): json += #"{"retry":{"_0":"# + object(place) + "}}"
    case .closed: json += #"{"closed":{}}"#
    case .timer(let kind): json += #"{"timer":{"_0":"# + JSONString.quoted(kind.rawValue) + "}}"
    case .callEnded(let place): json += #"{"callEnded":{"_0":"# + object(place) + "}}"
    case .gone(let place): json += #"{"gone":{"_0":"# + object(place) + "}}"
    case .notSent(let place): json += #"{"notSent":{"_0":"# + object(place) + "}}"
    case .released: json += #"{"released":{}}"#
    case .silent(let why): json += #"{"silent":{"_0":"# + JSONString.quoted(why) + "}}"
    }
    json += #","path":"# + list(reason.path)
    if let match = reason.match {
      json += #","match":{"scenario":"# + JSONString.quoted(match.scenario)
      json +=
        #","kind":"# + JSONString.quoted(match.kind.rawValue) + #","phrase":"#
        + JSONString.quoted(match.phrase)
      json += #","message":"# + list(match.message) + #","at":\#(match.at),"count":\#(match.count)"#
      json += #","isWhole":\#(match.isWhole),"slotNames":"# + list(match.slotNames)
      json += #","slots":{"#
      json += match.slots.sorted { $0.key < $1.key }.map {
        JSONString.quoted($0) + ":" + JSONString.quoted($1)
      }.joined(
        separator: ",")
      json += "}}"
    }
    if let question = reason.question {
      json += #","question":{"place":"# + object(question.place) + #","tries":\#(question.tries)"#
      if let isHeld = question.isHeld { json += #","isHeld":\#(isHeld)"# }
      json += "}"
    }
    if let isFirst = reason.isFirst { json += #","isFirst":\#(isFirst)"# }
    return json + "}"
  }

  private static func object(_ place: StepPlace) -> String {
    #"{"scenario":"# + JSONString.quoted(place.scenario) + #","step":"# + JSONString.quoted(place.step) + "}"
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(JSONString.quoted).joined(separator: ",") + "]"
  }
}
