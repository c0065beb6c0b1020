/// Where a configuration comes from; a reload asks again.
package enum ConfigurationSource: Sendable {
  /// A `balas.yaml`.
  case file(String)
  case fixed(Configuration)
}
