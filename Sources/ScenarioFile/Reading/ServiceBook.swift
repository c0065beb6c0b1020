import Dialogue
import StrictYAML

/// The services under `services`, by name.
struct ServiceBook {
  struct Service {
    /// Without a slash at its end.
    var base: String
    var headers: [String: TextTemplate]
    var timeout: Duration?
    /// What is done where a call has no `failed` of its own; read anew for each call, so that it is known who leads where.
    var failed: Node?
  }

  private(set) var all: [String: Service] = [:]
  private let names: [String]
  private let variables: Variables
  private let findings: BotFindings
  private let sources: Sources

  /// How long a call may take.
  static let longest = Duration.seconds(60)
  /// How long a call may take unless it says otherwise.
  static let usual = Duration.seconds(10)

  init(
    _ entries: [Declarations.Entry], variables: Variables, sources: Sources, _ findings: BotFindings
  ) {
    self.variables = variables
    self.findings = findings
    self.sources = sources
    names = entries.map(\.key.text)
    for entry in entries { all[entry.key.text] = service(entry) }
  }

  /// The service of this name; otherwise nil and a diagnostic.
  func known(_ name: String, at span: @autoclosure () -> Span) -> Service? {
    if let service = all[name] { return service }
    guard !names.contains(name) else { return nil }
    findings.unless(.key(name)).error(
      ScenarioRule.unknownService, "there is no service `\(name)`", at: span(),
      hint: findings.suggestion(for: name, among: names).map { "Did you mean `\($0)`?" }
        ?? "Write it under `services`: `\(name): {base: https://…}`.")
    return nil
  }

  private func service(_ entry: Declarations.Entry) -> Service? {
    guard let fields = Vocabulary.service.fields(entry.value, findings.certain) else { return nil }
    guard let scalar = fields.required("base")?.text("`base`", findings.certain) else { return nil }
    guard let base = base(scalar) else { return nil }
    return Service(
      base: base, headers: fields["headers"].map(headers) ?? [:], timeout: timeout(fields),
      failed: fields["failed"])
  }

  private func base(_ scalar: Node.Scalar) -> String? {
    let constants = variables.constants
    let written = (try? TextTemplate.parse(scalar.text)) ?? TextTemplate(literal: scalar.text)
    let base = written.render { constants[$0] }
    guard Self.hasHost(base) else {
      findings.certain.error(
        YAMLRule.wrongValue, "`\(scalar.text)` is no address of a service", at: scalar.span,
        hint: "Write it in full: `base: https://erp.example.co.id`.")
      return nil
    }
    guard !base.contains("?"), !base.contains("#"), !base.contains("@") else {
      findings.certain.error(
        YAMLRule.wrongValue, "an address of a service ends with its path", at: scalar.span,
        hint: "Write what comes after `?` in the `call`, and passwords in `headers`.")
      return nil
    }
    return base.hasSuffix("/") ? String(base.dropLast()) : base
  }

  private static func hasHost(_ base: String) -> Bool {
    for scheme in ["https://", "http://"] where base.hasPrefix(scheme) {
      let first = base.dropFirst(scheme.count).first
      return first == "[" || first?.isLetter == true || first?.isNumber == true
    }
    return false
  }

  /// How long a call waits for its answer.
  func timeout(_ fields: Fields) -> Duration? {
    guard let timeout = fields.duration("timeout") else { return nil }
    guard timeout > .zero, timeout <= Self.longest else {
      findings.certain.error(
        YAMLRule.wrongValue, "a call waits for at most 60s, and for more than nothing",
        at: fields["timeout"]?.span ?? fields.mapping.span, hint: "A customer waits that long, too: `5s`.")
      return nil
    }
    return timeout
  }

  /// HTTP headers; `{secret.name}` in them is the operator's.
  func headers(_ node: Node) -> [String: TextTemplate] {
    var headers: [String: TextTemplate] = [:]
    for entry in node.entries("`headers`", findings.certain) ?? [] {
      let name = entry.key.text
      // RFC 9110, 5.6.2: a token.
      guard !name.isEmpty, name.utf8.allSatisfy({ Self.isTokenByte($0) }) else {
        findings.certain.error(
          YAMLRule.wrongValue, "`\(name)` is no name of an HTTP header", at: entry.key.span,
          hint: "For example `Authorization`.")
        continue
      }
      guard let scalar = entry.value.text("the header `\(name)`", findings.certain) else { continue }
      headers[name] = template(scalar, mayHoldSecrets: true)
    }
    return headers
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  /// A text with places that is not for customers.
  func template(_ scalar: Node.Scalar, mayHoldSecrets: Bool = false) -> TextTemplate? {
    do {
      let template = try TextTemplate.parse(scalar.text)
      for name in template.slotNames where !(mayHoldSecrets && name.hasPrefix("secret.")) {
        variables.use(name) { sources.span(of: "{\(name)", in: scalar) }
      }
      return template
    } catch {
      variables.report(error, in: scalar, sources, findings.certain)
      return nil
    }
  }
}
