/// Which balas this is.
package enum BalasVersion {
  package static let current = "0.1.0"
}
