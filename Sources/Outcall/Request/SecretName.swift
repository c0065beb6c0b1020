/// Which credentials scenarios can use.
package enum SecretName {
  /// The credential behind `{secret.name}`: `erp_key` is `secret-erp-key`, so that no author reaches another one.
  package static func credential(for name: String) -> String {
    "secret-" + name.replacing("_", with: "-")
  }
}
