import Outcall
import StrictYAML

extension ConfigurationReader {
  /// The hosts that scenarios may call.
  func callHosts(_ fields: Fields) -> [AllowedHost] {
    guard let call = fields.fields("call", keys: ["allow", "private"]) else { return [] }
    return hosts(call, "allow", isLocal: false) + hosts(call, "private", isLocal: true)
  }

  private func hosts(_ call: Fields, _ key: String, isLocal: Bool) -> [AllowedHost] {
    (call.texts(key) ?? []).compactMap { scalar in
      guard let host = AllowedHost(scalar.text, isLocal: isLocal) else {
        findings.error(
          YAMLRule.wrongValue, "`\(scalar.text)` is no host", at: scalar.span,
          hint:
            "Write its name or address alone, and its port if that is not 80 or 443: `erp.example.co.id`, "
            + "`erp.lan:8069`. All hosts of a domain cannot be allowed at once.")
        return nil
      }
      switch IPAddress(host.host)?.reach {
      case .special:
        findings.error(
          ConfigurationRule.callHost, "no service has the address `\(host)`", at: scalar.span,
          hint: "Write the service's own address or name.")
        return nil
      case .local where !isLocal:
        findings.error(
          ConfigurationRule.callHost, "`\(host)` is an address of this machine or of a private network",
          at: scalar.span, hint: "Put it under `private`, which allows such addresses.")
        return nil
      default: return host
      }
    }
  }
}
