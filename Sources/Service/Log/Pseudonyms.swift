import Crypto
import Foundation

/// Names for customers' numbers in logs and metrics: the same number has the same name, and nobody can tell the
/// number from it without the key in the data folder.
package struct Pseudonyms: Sendable {
  private let key: SymmetricKey

  package init(key: SymmetricKey) { self.key = key }

  /// Reads the key of a data folder, or makes one.
  package init(folder: String) throws {
    let path = folder + "/pseudonym.key"
    if let stored = FileManager.default.contents(atPath: path), stored.count == 32 {
      key = SymmetricKey(data: stored)
      return
    }
    key = SymmetricKey(size: .bits256)
    try key.withUnsafeBytes { Data($0) }.write(to: URL(filePath: path), options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  /// Eight hex digits.
  package func name(of number: String) -> String {
    HMAC<SHA256>.authenticationCode(for: Array(number.utf8), using: key).prefix(4)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
