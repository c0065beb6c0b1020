/// Reads times of day as customers type them: `jam 8`, `08.00`, `8 pagi`, `setengah 9 malam`, `7:30 pm`.
enum TimeReader {
  /// `06:01` for plain words cut between letters and digits; nil if they are no time of day.
  static func time(_ words: ArraySlice<String>) -> String? { minute(words).map(TimeOfDay.text) }

  /// The same in minutes after midnight.
  static func minute(_ words: ArraySlice<String>) -> Int? {
    guard (1...8).contains(words.count) else { return nil }
    if words.allSatisfy(DateReader.isFigure) {
      return words.count <= 3 ? minutes(Array(words)).map { $0 % 1440 } : nil
    }
    if let first = words.first, phraseOpenings.contains(first) {
      switch words.joined(separator: " ") {
      case "tengah hari", "noon", "midday": return 720
      case "tengah malam", "midnight": return 0
      default: break
      }
    }
    var words = words.filter { !fillers.contains($0) }[...]
    while let first = words.first, before.contains(first) { words.removeFirst() }
    var part: PartOfDay?
    if words.count > 2, words.suffix(2).elementsEqual(["dini", "hari"]) {
      part = .night
      words.removeLast(2)
    } else if words.count > 2,
      ["in", "at"].contains(words[words.endIndex - 2] == "the" ? words[words.endIndex - 3] : "")
    {
      part = words.last.flatMap { PartOfDay.named[$0] }
      guard part != nil else { return nil }
      words.removeLast(3)
    } else if words.count > 1, let last = words.last, let named = PartOfDay.named[last] {
      part = named
      words.removeLast()
    }
    guard let minutes = minutes(Array(words)) else { return nil }
    guard let time = part == nil ? minutes : part?.adjusted(minutes) else { return nil }
    return time % 1440
  }

  /// Whether a time may have `word` in it, words of numbers aside.
  static func mayHave(_ word: String) -> Bool {
    isKnown(word) || fillers.contains(word) || halves.contains(word) || pasts.contains(word)
      || tos.contains(word) || PartOfDay.named[word] != nil || others.contains(word)
  }

  /// Words that stand behind others alone.
  private static let others: Set = ["hari", "dini", "in", "the", "past", "seperempat"]

  /// Whether a time may begin with `word`.
  static func isKnown(_ word: String) -> Bool {
    before.contains(word) || openings.contains(word)
      || NumberWords.value([word]) != nil
  }

  private static let openings: Set = ["setengah", "stgh", "tengah", "noon", "midnight", "half"]
  private static let phraseOpenings: Set = ["tengah", "noon", "midday", "midnight"]
  private static let fillers: Set = ["wib", "wita", "wit", "menit", "mnt", "oclock", "o", "clock", "tepat"]
  private static let halves: Set = ["setengah", "stgh", "stengah"]
  private static let pasts: Set = ["lewat", "lebih", "lwt"]
  private static let tos: Set = ["kurang", "krg"]

  private static let before: Set<String> = ["jam", "pukul", "pkl", "pk", "jm", "at"]

  /// Minutes after midnight, the part of the day aside.
  private static func minutes(_ words: [String]) -> Int? {
    if let first = words.first, halves.contains(first) {
      guard let hour = hour(words.dropFirst()), hour >= 1 else { return nil }
      return hour * 60 - 30
    }
    if words.starts(with: ["half", "past"]) { return hour(words.dropFirst(2)).map { $0 * 60 + 30 } }
    if let place = words.firstIndex(where: { pasts.contains($0) || tos.contains($0) }) {
      guard let hour = hour(words[..<place]), let extra = extra(words[(place + 1)...]) else { return nil }
      let isBefore = tos.contains(words[place])
      return isBefore ? (hour * 60 - extra + 1440) % 1440 : hour * 60 + extra
    }
    guard words.count == 2 || words.count == 3, words.allSatisfy(DateReader.isFigure) else {
      if words.count == 1, let figure = words.first, figure.count == 4, let number = Int(figure) {
        return valid(hour: number / 100, minute: number % 100)
      }
      return hour(words[...]).map { $0 * 60 }
    }
    guard words[0].count <= 2, words.dropFirst().allSatisfy({ $0.count == 2 }), let hour = Int(words[0]),
      let minute = Int(words[1]), words.count == 2 || (0...59).contains(Int(words[2]) ?? -1)
    else { return nil }
    return valid(hour: hour, minute: minute)
  }

  private static func valid(hour: Int, minute: Int) -> Int? {
    (0...23).contains(hour) && (0...59).contains(minute) || hour == 24 && minute == 0
      ? hour * 60 + minute : nil
  }

  private static func hour(_ words: ArraySlice<String>) -> Int? {
    let figure = words.count == 1 ? words.first.flatMap { $0.count <= 2 ? Int($0) : nil } : nil
    guard let hour = figure ?? NumberWords.value(Array(words)), (0...24).contains(hour) else { return nil }
    return hour
  }

  /// Minutes to or past the hour.
  private static func extra(_ words: ArraySlice<String>) -> Int? {
    if words.elementsEqual(["seperempat"]) { return 15 }
    if words.elementsEqual(["setengah"]) { return 30 }
    let figure = words.count == 1 ? words.first.flatMap { Int($0) } : nil
    guard let minutes = figure ?? NumberWords.value(Array(words)), (1...59).contains(minutes) else {
      return nil
    }
    return minutes
  }

  private enum PartOfDay {
    case morning, noon, afternoon, evening, night, am, pm

    static let named: [String: PartOfDay] = [
      "pagi": .morning, "pg": .morning, "siang": .noon, "sore": .afternoon, "petang": .afternoon,
      "malam": .evening,
      "malem": .evening, "mlm": .evening, "subuh": .night, "am": .am, "pm": .pm, "morning": .morning,
      "afternoon": .afternoon, "evening": .evening, "night": .evening,
    ]

    /// The minutes after midnight that `minutes` on a clock of twelve hours are; nil if they are in no such part.
    func adjusted(_ minutes: Int) -> Int? {
      guard minutes < 13 * 60 else { return self == .am || self == .pm ? nil : minutes }
      let hour = minutes / 60
      switch self {
      case .morning, .night: return hour == 12 ? minutes - 720 : minutes
      case .am: return hour == 12 ? minutes - 720 : minutes
      case .noon: return hour < 6 ? minutes + 720 : minutes
      case .afternoon, .pm: return hour == 12 ? minutes : minutes + 720
      case .evening: return hour == 12 ? minutes - 720 : hour < 5 ? minutes : minutes + 720
      }
    }
  }
}
