import Outcall
import StrictYAML

extension ConfigurationReader {
  func callback(_ fields: Fields) -> CallbackRules {
    var rules = CallbackRules()
    let keys = ["path", "bearer", "allow", "proxies"]
    guard let callback = fields.fields("callback", keys: keys) else { return rules }
    if let path = callback.text("path") { readPath(path, into: &rules) }
    rules.bearer = list(callback, "bearer").compactMap(bearer)
    rules.allow = networks(callback, "allow")
    rules.proxies = networks(callback, "proxies")
    return rules
  }

  /// The secret that `{credential: name}` names.
  func secret(_ node: Node, _ name: String) -> Secret? {
    if let scalar = node.scalar, !scalar.isEmpty {
      findings.error(
        ConfigurationRule.plainSecret, "a secret does not stand in the configuration", at: scalar.span,
        hint:
          "Write `{credential: NAME}`, and put the secret into the credential NAME or the variable BALAS_NAME."
      )
      return nil
    }
    guard let fields = Fields(node, name, keys: ["credential"], findings),
      let credential = fields.required("credential")?.text("`credential`", findings)
    else { return nil }
    return secret(named: credential.text, at: credential.span)
  }

  private func secret(named name: String, at span: Span) -> Secret? {
    guard Credentials.isName(name) else {
      findings.error(
        ConfigurationRule.credentialName, "`\(name)` is no name of a credential", at: span,
        hint: "A name has letters, digits, dots, dashes and underscores.")
      return nil
    }
    guard let credentials else { return Secret("") }
    switch credentials.secret(named: name) {
    case .found(let secret): return secret
    case .missing(let sentence):
      findings.error(ConfigurationRule.missingCredential, sentence, at: span)
      return nil
    }
  }

  private func bearer(_ node: Node) -> CallbackRules.Bearer? {
    if node.scalar?.text == "provider-token" { return .providerToken }
    return secret(node, "`bearer`").map { .secret($0) }
  }

  /// `/callback`, or a path with one `{credential: name}` in it.
  private func readPath(_ scalar: Node.Scalar, into rules: inout CallbackRules) {
    var path = scalar.text
    if let open = path.firstIndex(of: "{") {
      let rest = path[path.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"), let colon = rest[..<close].firstIndex(of: ":"),
        rest[..<colon].trimmingSpaces() == "credential"
      else {
        findings.error(
          YAMLRule.wrongValue, "`\(path)` has a brace that is no `{credential: NAME}`", at: scalar.span)
        return
      }
      let name = String(rest[rest.index(after: colon)..<close].trimmingSpaces())
      guard let secret = secret(named: name, at: scalar.span) else { return }
      path.replaceSubrange(open...close, with: secret.value)
      rules.hasPathSecret = true
    }
    let isPlain = path.hasPrefix("/") && !path.contains(where: { " ?#{}".contains($0) || $0.isNewline })
    guard isPlain else {
      findings.error(
        YAMLRule.wrongValue, "`path` must begin with / and hold no spaces, braces, ? or #", at: scalar.span)
      return
    }
    rules.path = Secret(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
  }

  private func networks(_ fields: Fields, _ key: String) -> [IPNetwork] {
    list(fields, key).compactMap { node in
      guard let scalar = node.text("an item of `\(key)`", findings) else { return nil }
      if let network = IPNetwork(scalar.text) { return network }
      findings.error(
        YAMLRule.wrongValue, "expected an address or a network such as `10.0.0.0/8`, found `\(scalar.text)`",
        at: scalar.span)
      return nil
    }
  }

  /// The items of a list, or the one item that stands where a list may.
  private func list(_ fields: Fields, _ key: String) -> [Node] {
    guard let node = fields[key] else { return [] }
    if let sequence = node.sequence { return sequence.items }
    if node.isEmpty {
      findings.wrongKind(node, "`\(key)`", expected: "a list")
      return []
    }
    return [node]
  }
}
