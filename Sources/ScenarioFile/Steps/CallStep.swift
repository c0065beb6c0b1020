import Dialogue
import StrictYAML

/// `call`: asks a service.
enum CallStep: StepKind {
  static let verb = "call"

  private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    let services = reader.services
    let target = fields.text(verb).flatMap { Self.target($0, fields.findings, reader) }
    let headers = fields["headers"].map(services.headers) ?? [:]
    let body = fields["send"].flatMap { Self.body($0, "`send`", reader) }
    let timeout = services.timeout(fields)
    var variable: String?
    if let scalar = fields.text("save"), reader.variables.declare(scalar, withFields: true) {
      variable = scalar.text
    }
    let own = reader.handler(fields, "failed")
    guard let target else { return nil }
    if let span = fields.keySpan("send"), target.method == "GET" || target.method == "DELETE" {
      fields.findings.error(
        YAMLRule.wrongValue, "a \(target.method) sends nothing but its address", at: span,
        hint: "Write values into the address: `call: GET erp/orders/{number}`.")
    }
    guard let failed = own ?? target.service.failed.flatMap({ reader.handler($0, "`failed`") }) else {
      if fields["failed"] == nil, target.service.failed == nil {
        fields.findings.error(
          ScenarioRule.missingFailed, "this call says nothing about what is done when it fails",
          at: fields.keySpan(verb) ?? fields.mapping.span,
          hint: "Add `failed:` with steps or a scenario, here or at the service.")
      }
      return nil
    }
    return .call(
      Call(
        method: target.method, url: target.url,
        headers: target.service.headers.merging(headers) { $1 }, body: body,
        timeout: timeout ?? target.service.timeout ?? ServiceBook.usual, variable: variable, failed: failed))
  }

  private static func target(
    _ scalar: Node.Scalar, _ findings: Findings, _ reader: StepReader
  ) -> (method: String, url: TextTemplate, service: ServiceBook.Service)? {
    let parts = scalar.text.split(separator: " ", maxSplits: 1).map { String($0.trimmingSpaces()) }
    guard parts.count == 2, methods.contains(parts[0]), !parts[1].contains(" ") else {
      let isSmall = parts.first.map { methods.contains($0.uppercased()) } ?? false
      findings.error(
        YAMLRule.wrongValue, "`\(scalar.text)` is no call", at: scalar.span,
        hint: isSmall && parts.count == 2
          ? "Write `\(parts[0].uppercased()) \(parts[1])`."
          : "Write how, the service and the path: `call: POST erp/orders`.")
      return nil
    }
    if parts[1].contains("://") {
      findings.error(
        YAMLRule.wrongValue, "a call goes to a service, not to an address", at: scalar.span,
        hint: "Write the address under `services` (`erp: {base: https://…}`) and here `\(parts[0]) erp/…`.")
      return nil
    }
    let name = String(parts[1].prefix { $0 != "/" && $0 != "?" })
    guard let path = reader.services.template(scalar) else { return nil }
    guard let service = reader.services.known(name, at: reader.sources.span(of: name, in: scalar)) else {
      return nil
    }
    var pieces = path.pieces
    if case .literal(let text)? = pieces.first {
      let rest = text.dropFirst(parts[0].count).trimmingSpaces().dropFirst(name.count)
      pieces[0] = .literal(service.base + rest)
    }
    return (parts[0], TextTemplate(pieces: pieces), service)
  }

  /// JSON whose values are texts with places.
  private static func body(_ node: Node, _ name: String, _ reader: StepReader) -> JSONTemplate? {
    switch node {
    case .scalar(let scalar): return reader.services.template(scalar).map { .text($0) }
    case .sequence(let list): return .list(list.items.compactMap { body($0, "an item of \(name)", reader) })
    case .mapping(let mapping):
      return .object(
        mapping.entries.compactMap { entry in
          body(entry.value, "`\(entry.key.text)`", reader).map { .init(entry.key.text, $0) }
        })
    }
  }
}
