import Outcall
import StrictYAML

extension WorldReader {
  func numbers(_ fields: Fields) -> World.Numbers {
    var numbers = World.Numbers()
    let keys = ["invalid", "silent", "unreachable", "vendor_error"]
    guard let written = fields.fields("numbers", keys: keys) else { return numbers }
    numbers.vendorError = Set(list(written, "vendor_error").map(\.number))
    var taken: [String: (key: String, span: Span)] = [:]
    func exclusive(_ key: String) -> Set<String> {
      let found = list(written, key)
      for (number, span) in found {
        if let first = taken[number], first.key != key {
          findings.error(
            WorldRule.contradiction, "\(number) cannot be both `\(first.key)` and `\(key)`", at: span,
            notes: [Diagnostic.Note("`\(first.key)` here", at: first.span)])
        }
        taken[number] = (key, span)
      }
      return Set(found.map(\.number))
    }
    numbers.invalid = exclusive("invalid")
    numbers.silent = exclusive("silent")
    numbers.unreachable = exclusive("unreachable")
    return numbers
  }

  private func list(_ fields: Fields, _ key: String) -> [(number: String, span: Span)] {
    (fields.texts(key) ?? []).compactMap { scalar in number(scalar).map { ($0, scalar.span) } }
  }

  func number(_ scalar: Node.Scalar) -> String? {
    if let number = Customer.number(from: scalar.text) { return number }
    findings.error(
      WorldRule.noNumber, "`\(scalar.text)` is no phone number", at: scalar.span,
      hint: "Write it like 0812 3456 7890 or +62 812 3456 7890.")
    return nil
  }

  func tokens(_ fields: Fields) -> World.TokenRules {
    var rules = World.TokenRules()
    guard let written = fields.fields("token", keys: ["life", "repeated", "dies_after"]) else { return rules }
    rules.life = positive(written, "life") ?? rules.life
    rules.repeated = written.choice("repeated") ?? rules.repeated
    rules.diesAfter = positive(written, "dies_after")
    return rules
  }

  /// A length of time, or `off` for a session that never ends.
  func session(_ fields: Fields, standard: Duration?) -> Duration? {
    guard let text = fields["session"]?.scalar?.text, Bool(written: text) == false else {
      return positive(fields, "session") ?? standard
    }
    return nil
  }

  func callback(_ fields: Fields) -> World.CallbackRules {
    var rules = World.CallbackRules()
    let keys = ["url", "bearer", "retries", "interval", "timeout"]
    guard let written = fields.fields("callback", keys: keys) else { return rules }
    let bearer = written.text("bearer")?.text
    rules.target = address(written, "url").map { CallbackTarget(url: $0.text, bearer: bearer) }
    if bearer != nil, written["url"] == nil, let span = written.keySpan("bearer") {
      findings.error(
        YAMLRule.missingKey, "`callback` has a bearer token, but no `url` to show it to", at: span)
    }
    rules.retries = written.integer("retries", in: 0...100) ?? rules.retries
    rules.interval = written.duration("interval") ?? rules.interval
    rules.timeout = positive(written, "timeout") ?? rules.timeout
    return rules
  }

  func networks(_ fields: Fields, _ key: String) -> [IPNetwork] {
    (fields.texts(key) ?? []).compactMap { scalar in
      if let network = IPNetwork(scalar.text) { return network }
      findings.error(
        YAMLRule.wrongValue, "expected an address or a network such as `10.0.0.0/8`, found `\(scalar.text)`",
        at: scalar.span)
      return nil
    }
  }

  /// A web address, as it was written.
  func address(_ fields: Fields, _ key: String) -> Node.Scalar? {
    guard let scalar = fields.text(key) else { return nil }
    let rest = ["http://", "https://"].compactMap { prefix in
      scalar.text.hasPrefix(prefix) ? scalar.text.dropFirst(prefix.count) : nil
    }.first
    guard let rest, !rest.isEmpty, !rest.hasPrefix("/"), !rest.contains(where: \.isWhitespace) else {
      findings.error(
        YAMLRule.wrongValue, "`\(scalar.text)` is no address that begins with http:// or https://",
        at: scalar.span)
      return nil
    }
    return scalar
  }

  private func positive(_ fields: Fields, _ key: String) -> Duration? {
    guard let duration = fields.duration(key) else { return nil }
    if duration > .zero { return duration }
    findings.error(
      YAMLRule.wrongValue, "`\(key)` must be longer than nothing",
      at: fields[key]?.span ?? fields.mapping.span)
    return nil
  }

  /// A mapping that has exactly one of these keys.
  func fields(_ node: Node, _ name: String, oneOf keys: [String]) -> Fields? {
    guard let fields = Fields(node, name, keys: keys, findings) else { return nil }
    let given = keys.filter { fields[$0] != nil }
    if given.count != 1, !fields.hasUnknownKeys {
      findings.error(
        YAMLRule.missingKey, "\(name) needs one of \(keys.map { "`\($0)`" }.joined(separator: " and "))",
        at: node.span)
      return nil
    }
    return fields
  }

  /// Reports a name of something that is not in the file.
  func unknown(_ name: Node.Scalar, what: String, among known: [String]) {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    findings.error(
      WorldRule.unknownName, "there is no \(what) `\(name.text)`", at: name.span,
      hint: Nearest.hint(name.text, among: known)
        ?? (known.isEmpty ? "The file describes no \(what)." : "There is \(list)."))
  }
}
