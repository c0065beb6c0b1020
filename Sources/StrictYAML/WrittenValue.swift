/// A number of things in a time, for example `20/s`.
package struct Rate: Sendable, Hashable {
  package var count: Int
  package var per: Duration

  package init(count: Int, per: Duration) {
    self.count = count
    self.per = per
  }

  /// Reads `20/s`, `100/m`, `5/10s` and `3 per 10m`; nil for anything else, and for nothing at all.
  package init?(written text: String) {
    let parts = text.replacing(" per ", with: "/").split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Int(written: parts[0].trimmingSpaces()), count > 0 else { return nil }
    let time = String(parts[1].trimmingSpaces())
    guard let per = Duration(written: time) ?? Duration(written: "1" + time), per > .zero else { return nil }
    self.init(count: count, per: per)
  }
}

extension Duration {
  /// Reads `500ms`, `10s`, `30m`, `24h`, `90d` and sums with falling units as `2h30m`; nil for anything else.
  package init?(written text: String) {
    let milliseconds: [String: Int] = ["d": 86_400_000, "h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1]
    var rest = Substring(text)
    var total = 0
    var lastUnit = Int.max
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let unit = rest.dropFirst(digits.count).prefix { $0.isASCII && $0.isLetter }
      guard digits.count <= 9, let count = Int(digits), let size = milliseconds[String(unit)],
        size < lastUnit
      else { return nil }
      total += count * size
      lastUnit = size
      rest = rest.dropFirst(digits.count + unit.count)
    }
    guard lastUnit != .max else { return nil }
    self = .milliseconds(total)
  }
}

extension Int {
  /// Reads plain digits, with a minus before them if negative; nil for anything else.
  package init?(written text: some StringProtocol) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.init(text)
  }
}

extension Bool {
  /// Reads `on`, `yes`, `true` and `off`, `no`, `false`; nil for anything else.
  package init?(written text: String) {
    switch text.lowercased() {
    case "on", "yes", "true": self = true
    case "off", "no", "false": self = false
    default: return nil
    }
  }
}

extension StringProtocol {
  /// Without spaces and tabs at either end.
  package func trimmingSpaces() -> SubSequence {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest = rest.dropFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest = rest.dropLast() }
    return rest
  }
}
