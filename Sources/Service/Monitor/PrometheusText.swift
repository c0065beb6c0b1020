/// Prometheus' text format, families sorted by name.
struct PrometheusText {
  private let help: [String: String]
  private var types: [String: String] = [:]
  private var lines: [String: [String]] = [:]

  init(help: [String: String]) { self.help = help }

  mutating func add(_ label: String, _ type: String, _ dimensions: [String], _ value: Double) {
    types[label] = type
    lines[label, default: []].append(Self.line(label, dimensions, value))
  }

  mutating func add(_ label: String, _ dimensions: [String], _ histogram: PrometheusHistogram.Snapshot) {
    types[label] = "histogram"
    var own: [String] = []
    for (bound, count) in zip(PrometheusHistogram.bounds, histogram.buckets) {
      own.append(Self.line(label + "_bucket", dimensions + ["le=\"\(Self.number(bound))\""], Double(count)))
    }
    own.append(Self.line(label + "_bucket", dimensions + ["le=\"+Inf\""], Double(histogram.count)))
    own.append(Self.line(label + "_sum", dimensions, histogram.sum))
    own.append(Self.line(label + "_count", dimensions, Double(histogram.count)))
    lines[label, default: []].append(own.joined(separator: "\n"))
  }

  func render() -> String {
    types.keys.sorted().map { label in
      (help[label].map { "# HELP \(label) \(Self.escaped($0))\n" } ?? "")
        + "# TYPE \(label) \(types[label] ?? "untyped")\n"
        + (lines[label] ?? []).sorted().joined(separator: "\n") + "\n"
    }.joined()
  }

  /// A label as Prometheus allows it.
  static func name(_ label: String) -> String {
    let name = String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" })
    return name.first.map { $0.isNumber } ?? true ? "_" + name : name
  }

  static func dimension(_ name: String, _ value: String) -> String {
    "\(Self.name(name))=\"\(escaped(value, "\""))\""
  }

  /// `text` on one line, with a backslash before backslashes and each of `others`.
  private static func escaped(_ text: String, _ others: Unicode.Scalar...) -> String {
    var escaped = String.UnicodeScalarView()
    // By scalars: a CRLF is one character, and no newline.
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == "\n" || others.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar == "\n" ? "n" : scalar)
    }
    return String(escaped)
  }

  private static func line(_ name: String, _ dimensions: [String], _ value: Double) -> String {
    "\(name)\(dimensions.isEmpty ? "" : "{\(dimensions.joined(separator: ","))}") \(number(value))"
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}
