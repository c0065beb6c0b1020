/// Something that goes wrong on demand, and when.
package struct Fault: Sendable, Hashable {
  /// What goes wrong.
  var kind: FaultKind
  /// Whom it strikes, and how often.
  var limits: FaultLimits
  /// What it was made from, by field, to show it as it was given.
  package let given: [String: String]

  /// Reads what the fault interface and the command line take, for example `kind` `reset` and `share` `0.01`.
  package init(fields: [String: String]) throws(FaultMistake) {
    var reader = FaultFields(fields)
    let kind = try FaultKind(&reader)
    limits = try FaultLimits(&reader, of: kind)
    try reader.finish()
    self.kind = kind
    given = fields
  }

  /// Reads a fault on one line: `kind=reset,share=0.01`.
  package init(line: String) throws(FaultMistake) {
    var fields: [String: String] = [:]
    for pair in line.split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix(while: \.isWhitespace) }
      guard parts.count == 2, let name = parts.first, let value = parts.last else {
        throw FaultMistake("A fault is written like kind=reset,share=0.01; \"\(pair.prefix(40))\" has no =.")
      }
      fields[String(name)] = String(value)
    }
    try self.init(fields: fields)
  }
}

/// Why a fault cannot be set: one sentence for whoever asked for it.
package struct FaultMistake: Error, CustomStringConvertible {
  package let description: String

  init(_ sentence: String) { description = sentence }
}
