import Foundation

/// Reads `Authorization` headers (RFC 7617, RFC 6750).
enum Authorization {
  static func basic(_ header: String) -> (user: String, password: String)? {
    guard let encoded = credentials(header, scheme: "basic"),
      let decoded = Data(base64Encoded: encoded).map({ String(decoding: $0, as: UTF8.self) }),
      let colon = decoded.firstIndex(of: ":")
    else { return nil }
    return (String(decoded[..<colon]), String(decoded[decoded.index(after: colon)...]))
  }

  static func bearer(_ header: String) -> String? { credentials(header, scheme: "bearer") }

  private static func credentials(_ header: String, scheme: String) -> String? {
    let parts = header.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].lowercased() == scheme else { return nil }
    return String(parts[1])
  }
}
