import NIOHTTP1

/// The header of a call: what every call has, and what its author adds.
enum CallHeaders {
  /// What belongs to the connection is not an author's.
  private static let reserved: Set = [
    "connection", "content-length", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding",
    "upgrade",
  ]

  /// - Parameter secret: the secret of a name; nil if there is none.
  static func make(
    _ written: [String: String], hasBody: Bool, key: String, userAgent: String,
    secret: (String) -> String?
  ) throws(CallRefusal) -> HTTPHeaders {
    var headers: HTTPHeaders = [
      "Accept": "application/json", "User-Agent": userAgent, "Idempotency-Key": key,
    ]
    if hasBody { headers.add(name: "Content-Type", value: "application/json") }
    for (name, value) in written.sorted(by: { $0.key < $1.key }) {
      guard isToken(name), !reserved.contains(name.lowercased()), !name.lowercased().hasPrefix("proxy-")
      else { throw CallRefusal("A call cannot set the header `\(name)`: take it out of `headers`.") }
      let filled = try filled(value, secret)
      guard filled.utf8.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
        throw CallRefusal("The value of its header `\(name)` has a line break or another control character.")
      }
      headers.replaceOrAdd(name: name, value: filled)
    }
    return headers
  }

  /// The value with `{secret.name}` filled, and doubled braces single.
  private static func filled(_ value: String, _ secret: (String) -> String?) throws(CallRefusal) -> String {
    var (text, rest) = ("", value[...])
    while let brace = rest.firstIndex(of: "{") {
      text += rest[..<brace]
      rest = rest[brace...]
      if rest.hasPrefix("{{") {
        text += "{"
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("{secret."), let end = rest.firstIndex(of: "}") {
        let name = String(rest[..<end].dropFirst("{secret.".count))
        guard let found = secret(name) else {
          throw CallRefusal(
            "There is no secret `\(name)`: give the daemon the credential `\(SecretName.credential(for: name))`."
          )
        }
        text += found
        rest = rest[rest.index(after: end)...]
      } else {
        text += "{"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }

  /// RFC 9110, 5.6.2.
  private static func isToken(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }
}
