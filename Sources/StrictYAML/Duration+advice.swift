extension Duration {
  /// How a time that people write in words is written here: `10m` for `10 menit`; nil for anything else.
  package static func written(likely text: String) -> String? {
    let parts = text.lowercased().split { " \t.".contains($0) }
    var words = parts.flatMap { part -> [Substring] in
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      return [digits, part.dropFirst(digits.count)].filter { !$0.isEmpty }
    }
    var written = ""
    while words.count >= 2, let count = Int(written: words[0]), let unit = unit(String(words[1])) {
      written += unit == "w" ? "\(count * 7)d" : "\(count)\(unit)"
      words.removeFirst(2)
    }
    return words.isEmpty && Duration(written: written) != nil ? written : nil
  }

  private static func unit(_ word: String) -> String? {
    switch word {
    case "ms", "milidetik", "millisecond", "milliseconds": "ms"
    case "s", "detik", "dtk", "det", "sec", "secs", "second", "seconds": "s"
    case "m", "menit", "mnt", "min", "mins", "minute", "minutes": "m"
    case "h", "jam", "hr", "hrs", "hour", "hours": "h"
    case "d", "hari", "day", "days": "d"
    case "w", "minggu", "week", "weeks": "w"
    default: nil
    }
  }
}
