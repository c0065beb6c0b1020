/// Prometheus' text format 0.0.4, read as strictly as its document says.
struct Exposition {
  struct Sample {
    var name: String
    var labels: [String: String]
    var value: Double
  }

  struct Family {
    var name: String
    var help: String?
    var type: String?
    var samples: [Sample] = []
  }

  struct Mistake: Error, CustomStringConvertible {
    var description: String
  }

  private(set) var families: [Family] = []

  init(_ text: String) throws {
    guard text.unicodeScalars.last == "\n" else { throw Mistake(description: "the last line has no end") }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.removeLast()
    for line in lines {
      do { try read(line) } catch { throw Mistake(description: "\(error) in: \(line)") }
    }
    for family in families { try Self.check(family) }
  }

  subscript(name: String) -> Family? { families.first { $0.name == name } }

  private mutating func read(_ line: String) throws {
    guard line.hasPrefix("#") else { return try take(Self.sample(line)) }
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 4, words[0] == "#", Self.isName(words[2], colons: true) else {
      throw Mistake(description: "neither HELP nor TYPE")
    }
    switch words[1] {
    case "HELP":
      guard self[words[2]] == nil else { throw Mistake(description: "a HELP that comes late or twice") }
      families.append(Family(name: words[2], help: try Self.unescaped(words[3], quotes: false)))
    case "TYPE":
      if families.last?.name != words[2] {
        guard self[words[2]] == nil else { throw Mistake(description: "a TYPE that comes late") }
        families.append(Family(name: words[2]))
      }
      let last = families.count - 1
      guard families[last].type == nil, families[last].samples.isEmpty,
        ["counter", "gauge", "histogram", "summary", "untyped"].contains(words[3])
      else { throw Mistake(description: "a TYPE twice, late or unknown") }
      families[last].type = words[3]
    default: throw Mistake(description: "neither HELP nor TYPE")
    }
  }

  private mutating func take(_ sample: Sample) throws {
    guard let family = families.last, let type = family.type else {
      throw Mistake(description: "a sample before its TYPE")
    }
    let parts = type == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
    guard parts.contains(where: { family.name + $0 == sample.name }) else {
      throw Mistake(description: "a sample that is not \(family.name)'s")
    }
    guard !family.samples.contains(where: { $0.name == sample.name && $0.labels == sample.labels }) else {
      throw Mistake(description: "a sample twice")
    }
    families[families.count - 1].samples.append(sample)
  }

  private static func sample(_ line: String) throws -> Sample {
    var rest = Substring(line)
    let name = String(rest.prefix { $0 != "{" && $0 != " " })
    rest = rest.dropFirst(name.count)
    var labels: [String: String] = [:]
    if rest.first == "{" {
      repeat {
        rest = rest.dropFirst()
        let label = String(rest.prefix { $0 != "=" })
        rest = rest.dropFirst(label.count)
        guard isName(label, colons: false), rest.hasPrefix("=\"") else {
          throw Mistake(description: "a wrong label")
        }
        rest = rest.dropFirst(2)
        var value = ""
        while let character = rest.first, character != "\"" {
          rest = rest.dropFirst()
          value.append(character)
          if character == "\\" { value.append(rest.popFirst() ?? " ") }
        }
        guard rest.popFirst() == "\"", labels[label] == nil else {
          throw Mistake(description: "a label without an end, or twice")
        }
        labels[label] = try unescaped(value, quotes: true)
      } while rest.first == ","
      guard rest.popFirst() == "}" else { throw Mistake(description: "labels without an end") }
    }
    guard isName(name, colons: true), rest.popFirst() == " " else {
      throw Mistake(description: "a wrong name")
    }
    return Sample(name: name, labels: labels, value: try number(String(rest)))
  }

  private static func number(_ text: String) throws -> Double {
    switch text {
    case "NaN": return .nan
    case "+Inf": return .infinity
    case "-Inf": return -.infinity
    default:
      guard text.allSatisfy({ "0123456789+-.e".contains($0) }), let value = Double(text) else {
        throw Mistake(description: "`\(text)` is no number")
      }
      return value
    }
  }

  private static func unescaped(_ text: String, quotes: Bool) throws -> String {
    var value = ""
    var characters = text.makeIterator()
    while let character = characters.next() {
      guard character == "\\" else {
        value.append(character)
        continue
      }
      switch characters.next() {
      case "\\": value.append("\\")
      case "n": value.append("\n")
      case "\"" where quotes: value.append("\"")
      default: throw Mistake(description: "a backslash before nothing")
      }
    }
    return value
  }

  private static func isName(_ text: String, colons: Bool) -> Bool {
    guard let first = text.first, !("0"..."9").contains(first) else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || colons && $0 == ":") }
  }

  private static func check(_ family: Family) throws {
    guard family.type != nil, !family.samples.isEmpty else {
      throw Mistake(description: "\(family.name) has no type or no samples")
    }
    if family.type == "counter", family.samples.contains(where: { !($0.value >= 0) }) {
      throw Mistake(description: "\(family.name) counts backwards")
    }
    guard family.type == "histogram" else { return }
    let series = Dictionary(grouping: family.samples) { $0.labels.filter { $0.key != "le" } }
    for (labels, samples) in series {
      func all(_ part: String) -> [Sample] { samples.filter { $0.name == family.name + part } }
      let buckets = try all("_bucket").map { (bound: try number($0.labels["le"] ?? ""), count: $0.value) }
      let isRising = zip(buckets, buckets.dropFirst()).allSatisfy {
        $0.0.bound < $0.1.bound && $0.0.count <= $0.1.count
      }
      guard isRising, let last = buckets.last, last.bound == .infinity, all("_sum").count == 1,
        all("_count").map(\.value) == [last.count]
      else { throw Mistake(description: "\(family.name) \(labels) is no histogram: \(buckets)") }
    }
  }
}
