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
      (help[label].map { "# HELP \(label) \($0)\n" } ?? "")
        + "# TYPE \(label) \(types[label] ?? "untyped")\n"
        + (lines[label] ?? []).sorted().joined(separator: "\n") + "\n"
    }.joined()
  }

  /// A label as Prometheus allows it.
  static func name(_ label: String) -> String {
    String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" })
  }

  static func dimension(_ name: String, _ value: String) -> String {
    let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
      "\n", with: "\\n")
    return "\(Self.name(name))=\"\(escaped)\""
  }

  private static func line(_ name: String, _ dimensions: [String], _ value: Double) -> String {
    "\(name)\(dimensions.isEmpty ? "" : "{\(dimensions.joined(separator: ","))}") \(number(value))"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}
