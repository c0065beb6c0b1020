import Crypto

/// A value that is never printed.
package struct Secret: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
  package let value: String

  package init(_ value: String) { self.value = value }

  package var description: String { "(secret)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The SHA-256 of a secret, for comparing without telling by the time it takes how much fits.
package struct SecretDigest: Sendable, Hashable {
  private let bytes: SHA256Digest

  package init(_ text: some StringProtocol) {
    bytes = SHA256.hash(data: Array(text.utf8))
  }

  /// Compares in constant time: digests of swift-crypto do.
  package static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }

  /// Whether `self` is among `candidates`; looks at all of them.
  package func isAny(of candidates: some Sequence<SecretDigest>) -> Bool {
    candidates.reduce(false) { found, candidate in (candidate == self) || found }
  }
}
