import Dialogue
import Journal

extension PlanReport {
  /// What changed, a line a project; nothing for those that did not change.
  package var summary: String {
    let lines = channels.compactMap(\.summary)
    let limit = cutAt.map {
      "Only the newest \(Counted.text($0)) messages of a bot were compared; `balas plan` takes more."
    }
    return (lines + (lines.isEmpty ? [] : [limit].compactMap(\.self))).map { $0 + "\n" }.joined()
  }
}

extension PlanReport.ChannelPlan {
  private static let mostPlaces = 3

  /// What changed, in one line; nil where nothing did.
  package var summary: String? {
    guard !isUnchanged, from != nil || project != nil else { return nil }
    var parts: [String] = []
    switch project {
    case .added: parts.append("added, with \(bot)")
    case .removed: parts += ["removed: its messages get no answer", conversations]
    case nil:
      if botBefore != nil { parts.append("now of \(bot)") }
      if from != to { parts += [scenarios, conversations, messages] }
    }
    if !notCompared.isEmpty { parts.append(setAside) }
    return "\(channel)  \(parts.joined(separator: "; "))"
  }

  private var scenarios: String {
    let counts = [
      (changes.added.count, "added"), (changes.removed.count, "removed"), (changes.changed.count, "changed"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let others = changes.others.isEmpty ? "" : "; also changed: \(changes.others.joined(separator: ", "))"
    return (words.isEmpty ? "no scenario changed" : "scenarios: \(words)") + others
  }

  /// `conversations: 41 at the same place, 3 asked again (order/qty 2, order/name 1), 1 gone (old/email)`.
  package var conversations: String {
    let words: [SessionFate: String] = [
      .same: "at the same place", .changed: "asked again", .cut: "cut off", .gone: "gone",
    ]
    let parts = SessionFate.allCases.compactMap { fate -> String? in
      guard let count = sessions[fate.rawValue], let word = words[fate] else { return nil }
      let names = fate == .same ? "" : placeNames(fate)
      return "\(Counted.text(count)) \(word)\(names)"
    }
    return parts.isEmpty
      ? "no conversation is in the middle of something"
      : "conversations: " + parts.joined(separator: ", ")
  }

  private func placeNames(_ fate: SessionFate) -> String {
    let places = places.filter { $0.fate == fate }
    let names = places.prefix(Self.mostPlaces).map { standing in
      (standing.place ?? "paused") + (places.count > 1 ? " \(Counted.text(standing.count))" : "")
    }
    let rest = places.count - names.count
    return " (\((names + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")))"
  }

  /// `messages: 4,298 same winner (31 answered in other words), 12 different`.
  package var messages: String {
    guard same + different > 0 else { return "no message to compare" }
    let reworded = reworded > 0 ? " (\(Counted.text(reworded)) answered in other words)" : ""
    return "messages: \(Counted.text(same)) same winner\(reworded), \(Counted.text(different)) different"
  }

  /// `334 not compared: 300 while a person answered, 34 still waiting`.
  package var setAside: String {
    let parts = HeardMessages.SetAside.allCases.compactMap { reason in
      notCompared[reason.rawValue].map { "\(Counted.text($0)) \(reason.inWords)" }
    }
    let all = notCompared.values.reduce(0, +)
    return "\(Counted.text(all)) not compared: \(parts.joined(separator: ", "))"
  }
}

extension HeardMessages.SetAside {
  fileprivate var inWords: String {
    switch self {
    case .person: "while a person answered"
    case .waiting: "still waiting"
    case .late: "late behind a newer one"
    case .flood: "of a flood"
    case .noBot: "while no bot answered there"
    case .broken: "that could not be run or read"
    }
  }
}
